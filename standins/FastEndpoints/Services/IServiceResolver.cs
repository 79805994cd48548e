using Microsoft.Extensions.DependencyInjection;

namespace FastEndpoints;

public interface IServiceResolverBase
{
    IServiceScope CreateScope();

    TService? TryResolve<TService>() where TService : class;

    object? TryResolve(Type typeOfService);

    TService Resolve<TService>() where TService : class;

    object Resolve(Type typeOfService);

    TService? TryResolve<TService>(string keyName) where TService : class;

    object? TryResolve(Type typeOfService, string keyName);

    TService Resolve<TService>(string keyName) where TService : class;

    object Resolve(Type typeOfService, string keyName);
}

public interface IServiceResolver : IServiceResolverBase
{
    object CreateInstance(Type type, IServiceProvider? serviceProvider = null);

    object CreateSingleton(Type type);
}

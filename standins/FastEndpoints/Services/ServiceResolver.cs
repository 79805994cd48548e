using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FastEndpoints;

/// <summary>Services of the current request, or of the host when there is none. As in the real package the newest host of the process wins.</summary>
internal sealed class ServiceResolver(IServiceProvider provider, IHttpContextAccessor accessor) : IServiceResolver
{
    private readonly ConcurrentDictionary<Type, ObjectFactory> _factories = new();
    private readonly ConcurrentDictionary<Type, object> _singletons = new();
    private static IServiceResolver? _instance;

    internal static IServiceResolver Instance
    {
        get => _instance ?? throw new InvalidOperationException("UseFastEndpoints() has not run yet.");
        set => _instance = value;
    }

    private IServiceProvider Current => accessor.HttpContext?.RequestServices ?? provider;

    public object CreateInstance(Type type, IServiceProvider? serviceProvider = null)
        => _factories.GetOrAdd(type, static t => ActivatorUtilities.CreateFactory(t, Type.EmptyTypes))(serviceProvider ?? Current, null);

    public object CreateSingleton(Type type)
        => _singletons.GetOrAdd(type, static (t, services) => ActivatorUtilities.GetServiceOrCreateInstance(services, t), Current);

    public IServiceScope CreateScope() => provider.CreateScope();

    public TService? TryResolve<TService>() where TService : class => Current.GetService<TService>();

    public object? TryResolve(Type typeOfService) => Current.GetService(typeOfService);

    public TService Resolve<TService>() where TService : class => Current.GetRequiredService<TService>();

    public object Resolve(Type typeOfService) => Current.GetRequiredService(typeOfService);

    public TService? TryResolve<TService>(string keyName) where TService : class => Current.GetKeyedService<TService>(keyName);

    public object? TryResolve(Type typeOfService, string keyName) => Current.GetKeyedServices(typeOfService, keyName).LastOrDefault();

    public TService Resolve<TService>(string keyName) where TService : class => Current.GetRequiredKeyedService<TService>(keyName);

    public object Resolve(Type typeOfService, string keyName) => Current.GetRequiredKeyedService(typeOfService, keyName);
}

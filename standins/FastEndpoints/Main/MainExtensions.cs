using FluentValidation;
using FluentValidation.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FastEndpoints;

public static class MainExtensions
{
    private static readonly Lock ConfigLock = new();
    private static bool _configured;

    public static IServiceCollection AddFastEndpoints(this IServiceCollection services)
        => services.AddFastEndpoints((Action<EndpointDiscoveryOptions>?)null);

    public static IServiceCollection AddFastEndpoints(this IServiceCollection services, Action<EndpointDiscoveryOptions>? options)
    {
        var discovery = new EndpointDiscoveryOptions();
        options?.Invoke(discovery);
        services.AddSingleton(new Discovery(discovery));
        services.AddHttpContextAccessor();
        services.TryAddSingleton<IServiceResolver, ServiceResolver>();
        services.AddSingleton<Config>();
        return services;
    }

    public static IApplicationBuilder UseFastEndpoints(this IApplicationBuilder app, Action<Config>? configAction = null)
    {
        if (app is not IEndpointRouteBuilder routes)
            throw new InvalidCastException($"Cannot cast [{nameof(app)}] to IEndpointRouteBuilder");
        routes.MapFastEndpoints(configAction);
        return app;
    }

    public static IEndpointRouteBuilder MapFastEndpoints(this IEndpointRouteBuilder app, Action<Config>? configAction = null)
    {
        ServiceResolver.Instance = app.ServiceProvider.GetRequiredService<IServiceResolver>();
        ConfigureOnce(app.ServiceProvider, configAction);
        if (Config.ValOpts.UsePropertyNamingPolicy && Config.SerOpts.Options.PropertyNamingPolicy is { } naming)
        {
            ValidatorOptions.Global.PropertyNameResolver = (_, member, expression) =>
            {
                if (member is null)
                    return null;
                var chain = expression is null ? null : PropertyChain.FromExpression(expression);
                return naming.ConvertName(chain?.Count > 0 ? chain.ToString() : member.Name);
            };
        }

        RouteMapper.Map(app);
        return app;
    }

    /// <summary>The settings belong to the process, so only its first host sets them, as in the real package.</summary>
    private static void ConfigureOnce(IServiceProvider services, Action<Config>? configAction)
    {
        lock (ConfigLock)
        {
            if (_configured)
                return;
            if (services.GetService<IOptions<JsonOptions>>()?.Value.SerializerOptions is { } host)
                Config.SerOpts.StartFrom(host);
            configAction?.Invoke(services.GetRequiredService<Config>());
            _configured = true;
        }
    }
}

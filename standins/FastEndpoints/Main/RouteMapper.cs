using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FastEndpoints;

/// <summary>Runs every endpoint's Configure() and maps it as a minimal API route, so that routing, authorization and rate limits see it.</summary>
internal static class RouteMapper
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        using var scope = app.ServiceProvider.CreateScope();
        var authorization = app.ServiceProvider.GetRequiredService<IOptions<AuthorizationOptions>>().Value;
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        foreach (var definition in app.ServiceProvider.GetRequiredService<Discovery>().Definitions)
        {
            Configure(definition, scope.ServiceProvider);
            if (Config.EpOpts.Filter?.Invoke(definition) is false)
                continue;
            if (definition.Verbs.Length == 0)
                throw new ArgumentException($"No HTTP Verbs declared on: [{definition.EndpointType.FullName}]");
            if (definition.Routes.Length == 0)
                throw new ArgumentException($"No Routes declared on: [{definition.EndpointType.FullName}]");
            Config.EpOpts.Configurator?.Invoke(definition);
            SecurityPolicy.Add(authorization, definition);

            var handler = new RequestHandler(definition);
            for (var i = 0; i < definition.Routes.Length; i++)
            {
                var route = FullRoute(definition, definition.Routes[i]);
                foreach (var verb in definition.Verbs)
                {
                    if (!taken.Add($"{verb}:{route}"))
                        throw new InvalidOperationException($"Duplicate routes detected! {verb}:{route}");
                    MapOne(app, definition, handler, verb, route, i + 1);
                }
            }

            definition.Locked = true;
        }
    }

    private static void Configure(EndpointDefinition definition, IServiceProvider services)
    {
        var endpoint = RequestHandler.Create(definition, new DefaultHttpContext { RequestServices = services });
        endpoint.Configure();
        if (definition is { FoundDuplicateValidators: true, ValidatorType: null })
            throw new InvalidOperationException($"More than one validator was found for the request dto [{definition.ReqDtoType.FullName}]. Specify the exact validator to register using the `Validator<TValidator>()` method in endpoint configuration.");
    }

    private static void MapOne(IEndpointRouteBuilder app, EndpointDefinition definition, RequestHandler handler, string verb, string route, int routeNumber)
    {
        var builder = app.MapMethods(route, [verb], () => handler);
        builder.WithName(Config.EpOpts.NameGenerator(
            new(
                definition.EndpointType,
                definition.Verbs.Length > 1 ? verb : null,
                definition.Routes.Length > 1 ? routeNumber : null,
                definition.EndpointTags?.FirstOrDefault())));
        builder.WithMetadata([definition, .. definition.EndpointMetadata ?? []]);
        DocumentMetadata.Add(builder, definition, route);

        if (definition.AnonymousVerbs?.Contains(verb) is true)
            builder.AllowAnonymous();
        else
            builder.RequireAuthorization(SecurityPolicy.Demands(definition));

        if (definition.EndpointSummary?.ProducesMetas is { Count: > 0 } answers)
        {
            builder.Add(endpoint => endpoint.Metadata.RemoveAll(m => m is IProducesResponseTypeMetadata { StatusCode: 200 }));
            builder.WithMetadata([.. answers]);
        }

        definition.UserConfigAction?.Invoke(builder);
    }

    private static string FullRoute(EndpointDefinition definition, string route)
        => Config.EpOpts.PrefixFor(definition.OverriddenRoutePrefix) is { } prefix ? $"/{prefix}/{route.TrimStart('/')}" : route;
}

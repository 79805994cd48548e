using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Routing.Patterns;

namespace FastEndpoints;

/// <summary>What an endpoint accepts and answers by default; routing checks content types by it, and the OpenAPI document shows it.</summary>
internal static class DocumentMetadata
{
    private static readonly string[] BodylessVerbs = ["GET", "HEAD", "DELETE"];

    internal static void Add(RouteHandlerBuilder builder, EndpointDefinition endpoint, string route)
    {
        builder.Add(b => b.Metadata.RemoveAll(m => m is IProducesResponseTypeMetadata));

        if (endpoint.ReqDtoType != typeof(EmptyRequest))
        {
            if (HasNothingFromBody(endpoint.ReqDtoType, route))
                builder.Accepts(endpoint.ReqDtoType, "*/*");
            else if (endpoint.Verbs.Any(BodylessVerbs.Contains))
                builder.Accepts(endpoint.ReqDtoType, "*/*", "application/json");
            else
                builder.Accepts(endpoint.ReqDtoType, "application/json");
        }

        if (typeof(IResult).IsAssignableFrom(endpoint.ResDtoType))
            builder.Add(b => Populate(endpoint.ResDtoType, b));
        else if (endpoint.ResDtoType == typeof(object) || endpoint.ResDtoType == typeof(EmptyResponse))
            Produces(builder, 204, typeof(void));
        else
            Produces(builder, 200, endpoint.ResDtoType, "application/json");

        if (endpoint.AnonymousVerbs is not { Length: > 0 })
            Produces(builder, 401, typeof(void));
        if (SecurityPolicy.IsDemanding(endpoint))
            Produces(builder, 403, typeof(void));
        if (Config.ErrOpts.ProducesMetadataType is { } error && endpoint.ValidatorType is not null)
            Produces(builder, Config.ErrOpts.StatusCode, error, Config.ErrOpts.ContentType);
    }

    /// <summary>Unless the endpoint itself names this status, or any success when this is one.</summary>
    private static void Produces(RouteHandlerBuilder builder, int status, Type type, params string[] contentTypes)
        => builder.Finally(b =>
        {
            var isSuccess = status is >= 200 and < 300;
            var named = b.Metadata.Select(m => m switch
            {
                IProducesResponseTypeMetadata p => p.StatusCode,
                IApiResponseMetadataProvider p => p.StatusCode,
                _ => 0,
            });
            if (!named.Any(n => isSuccess ? n is >= 200 and < 300 : n == status))
                b.Metadata.Add(new ProducesMetadata(type, status, contentTypes));
        });

    private static bool HasNothingFromBody(Type request, string route)
    {
        var inRoute = RoutePatternFactory.Parse(route).Parameters.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return BoundProperty.Of(request).All(p => p.IsDefined(typeof(NonJsonBindingAttribute)) || inRoute.Contains(BoundProperty.NameOf(p)));
    }

    private static void Populate(Type result, EndpointBuilder builder)
    {
        if (typeof(IEndpointMetadataProvider).IsAssignableFrom(result))
        {
            var populate = typeof(DocumentMetadata).GetMethod(nameof(PopulateOf), BindingFlags.NonPublic | BindingFlags.Static)!;
            populate.MakeGenericMethod(result).Invoke(null, [populate, builder]);
        }
    }

    private static void PopulateOf<T>(MethodInfo method, EndpointBuilder builder) where T : IEndpointMetadataProvider
        => T.PopulateMetadata(method, builder);
}

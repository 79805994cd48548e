using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastEndpoints;

public static class RouteHandlerBuilderExtensions
{
    public static RouteHandlerBuilder ProducesProblemFE<TResponse>(
        this RouteHandlerBuilder hb, int statusCode = 400, string contentType = "application/problem+json")
        => hb.Produces<TResponse>(statusCode, contentType);

    public static RouteHandlerBuilder ProducesProblemFE(
        this RouteHandlerBuilder hb, int statusCode = 400, string contentType = "application/problem+json")
        => hb.ProducesProblemFE<ErrorResponse>(statusCode, contentType);

    public static RouteHandlerBuilder ProducesProblemDetails(
        this RouteHandlerBuilder hb, int statusCode = 400, string contentType = "application/problem+json")
        => hb.ProducesProblemFE<ProblemDetails>(statusCode, contentType);

    public static RouteHandlerBuilder ClearDefaultAccepts(this RouteHandlerBuilder hb)
    {
        hb.Add(endpoint => endpoint.Metadata.RemoveAll(m => m is IAcceptsMetadata));
        return hb;
    }

    public static RouteHandlerBuilder ClearDefaultProduces(this RouteHandlerBuilder hb, params int[] statusCodes)
    {
        hb.Finally(endpoint => endpoint.Metadata.RemoveAll(m => m is ProducesMetadata p && (statusCodes.Length == 0 || statusCodes.Contains(p.StatusCode))));
        return hb;
    }

    public static RouteHandlerBuilder Accepts<TRequest>(this RouteHandlerBuilder hb) where TRequest : notnull
        => hb.ClearDefaultAccepts().Accepts<TRequest>("*/*");

    internal static void RemoveAll(this IList<object> metadata, Predicate<object> match)
    {
        for (var i = metadata.Count - 1; i >= 0; i--)
        {
            if (match(metadata[i]))
                metadata.RemoveAt(i);
        }
    }
}

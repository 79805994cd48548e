using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastEndpoints;

public static class RouteHandlerBuilderExtensions
{
    extension(RouteHandlerBuilder hb)
    {
        public RouteHandlerBuilder ProducesProblemFE<TResponse>(
            int statusCode = 400, string contentType = "application/problem+json")
            => hb.Produces<TResponse>(statusCode, contentType);

        public RouteHandlerBuilder ProducesProblemFE(
            int statusCode = 400, string contentType = "application/problem+json")
            => hb.ProducesProblemFE<ErrorResponse>(statusCode, contentType);

        public RouteHandlerBuilder ProducesProblemDetails(
            int statusCode = 400, string contentType = "application/problem+json")
            => hb.ProducesProblemFE<ProblemDetails>(statusCode, contentType);

        public RouteHandlerBuilder ClearDefaultAccepts()
        {
            hb.Add(endpoint => endpoint.Metadata.RemoveAll(m => m is IAcceptsMetadata));
            return hb;
        }

        public RouteHandlerBuilder ClearDefaultProduces(params int[] statusCodes)
        {
            hb.Finally(endpoint => endpoint.Metadata.RemoveAll(m => m is ProducesMetadata p && (statusCodes.Length == 0 || statusCodes.Contains(p.StatusCode))));
            return hb;
        }

        public RouteHandlerBuilder Accepts<TRequest>() where TRequest : notnull
            => hb.ClearDefaultAccepts().Accepts<TRequest>("*/*");
    }

    internal static void RemoveAll(this IList<object> metadata, Predicate<object> match)
    {
        for (var i = metadata.Count - 1; i >= 0; i--)
        {
            if (match(metadata[i]))
                metadata.RemoveAt(i);
        }
    }
}

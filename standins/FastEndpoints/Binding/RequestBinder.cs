using System.Text.Json;
using FluentValidation.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FastEndpoints;

/// <summary>Body, then route, query, claims and headers; what comes later wins.</summary>
internal static class RequestBinder<TRequest> where TRequest : notnull
{
    private static readonly RequestShape? Shape = typeof(TRequest) == typeof(EmptyRequest) ? null : new(typeof(TRequest));
    private static readonly RequestShape? QueryShape = Shape?.FromQuery is { } query ? new(query.Type) : null;

    internal static async ValueTask<TRequest> BindAsync(HttpContext http, List<ValidationFailure> failures, CancellationToken ct)
    {
        if (Shape is null)
            return (TRequest)(object)EmptyRequest.Instance;
        if (http.Request.HasFormContentType)
            throw new NotSupportedException("The stand-in does not bind forms.");

        var request = (TRequest)await BodyAsync(http.Request, ct);
        var bound = Shape.Required.Count > 0 ? new List<string>() : null;

        foreach (var (name, value) in http.Request.RouteValues)
            Named(Shape, request, name, value?.ToString(), Source.RouteParam, failures, bound);
        foreach (var (name, values) in http.Request.Query)
            Named(Shape, request, name, values, Source.QueryParam, failures, bound);
        if (QueryShape is not null)
            Shape.FromQuery!.Set(request, Query(http.Request.Query, failures));
        foreach (var claim in Shape.Claims)
            Other(request, claim, Claims(http, claim), "User doesn't have this claim type!", "claim", failures);
        foreach (var header in Shape.Headers)
            Other(request, header, http.Request.Headers[header.Name], "This header is missing from the request!", "header", failures);
        if (bound is not null)
            failures.AddRange(Shape.Required.Except(bound, StringComparer.OrdinalIgnoreCase).Select(name => new ValidationFailure(name, "A value is required!")));

        return failures.Count == 0 ? request : throw new ValidationFailureException(failures, "Model binding failed!");
    }

    private static async ValueTask<object> BodyAsync(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasJsonContentType())
            return Shape!.New();
        if (Shape!.FromBody is not { } part)
            return await Cfg.SerOpts.RequestDeserializer(request, typeof(TRequest), null, ct) ?? Shape.New();

        var whole = Shape.New();
        part.Set(whole, await Cfg.SerOpts.RequestDeserializer(request, part.Type, null, ct));
        return whole;
    }

    private static void Named(
        RequestShape shape, object target, string name, StringValues text, Source source, List<ValidationFailure> failures, List<string>? bound)
    {
        bound?.Add(name);
        if (!shape.Named.TryGetValue(name, out var property) || (property.Disabled & source) == source)
            return;

        ParseResult result;
        try
        {
            result = property.Parse(text);
        }
        catch (JsonException x)
        {
            throw new JsonBindException(name, Cfg.BndOpts.FailureMessage(property.Type, name, text), x);
        }

        if (result.IsSuccess)
            property.Set(target, result.Value);
        else if (text is [{ Length: 0 }, ..] && Nullable.GetUnderlyingType(property.Type) is not null)
            property.Set(target, result.Value);
        else
            failures.Add(new(name, Cfg.BndOpts.FailureMessage(property.Type, name, text)));
    }

    private static object Query(IQueryCollection query, List<ValidationFailure> failures)
    {
        var target = QueryShape!.New();
        foreach (var (name, values) in query)
        {
            if (name.AsSpan().ContainsAny('.', '['))
                throw new NotSupportedException($"The stand-in binds flat query objects only, not [{name}].");
            Named(QueryShape, target, name, values, Source.QueryParam, failures, null);
        }

        return target;
    }

    private static void Other(object target, BoundProperty property, StringValues text, string missing, string kind, List<ValidationFailure> failures)
    {
        if (text.Count == 0)
        {
            if (property.IsRequired)
                failures.Add(new(property.Name, missing));
            return;
        }

        var result = property.Parse(text);
        if (result.IsSuccess)
            property.Set(target, result.Value);
        else
            failures.Add(new(property.Name, $"Unable to bind {kind} value [{text}] to a [{property.Type.Name}] property!"));
    }

    private static StringValues Claims(HttpContext http, BoundProperty property)
        => new([.. http.User.Claims.Where(c => c.Type.Equals(property.Name, StringComparison.OrdinalIgnoreCase)).Select(c => c.Value)]);
}

using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.OpenApi;

namespace FastEndpoints.OpenApi;

/// <summary>Where each property of a request type is bound from: path, query and headers as parameters, the rest as the body.</summary>
internal sealed class RequestDescription(EndpointDefinition endpoint, OpenApiOperation operation, OpenApiOperationTransformerContext context)
{
    private readonly HashSet<string> _notInBody = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _isBodyless = context.Description.HttpMethod is "GET" or "HEAD";

    internal async Task WriteAsync(CancellationToken ct)
    {
        var inRoute = RoutePatternFactory.Parse(context.Description.RelativePath ?? "").Parameters.Select(p => p.Name).ToList();
        foreach (var property in endpoint.ReqDtoType == typeof(EmptyRequest) ? [] : BoundProperty.Of(endpoint.ReqDtoType))
            await PlaceAsync(property, inRoute, ct);
        foreach (var name in inRoute)
            await ParameterAsync(name, ParameterLocation.Path, null, isRequired: true, ct);

        if (_isBodyless)
            operation.RequestBody = null;
        else
            await TrimBodyAsync(ct);
    }

    private async Task PlaceAsync(PropertyInfo property, List<string> inRoute, CancellationToken ct)
    {
        var name = BoundProperty.NameOf(property);
        if (inRoute.RemoveAll(n => n.Equals(name, StringComparison.OrdinalIgnoreCase)) > 0)
            await ParameterAsync(name, ParameterLocation.Path, property, isRequired: true, ct);
        else if (property.GetCustomAttribute<FromHeaderAttribute>() is { } header)
            await ParameterAsync(header.HeaderName ?? Outside(name), ParameterLocation.Header, property, header.IsRequired, ct);
        else if (property.IsDefined(typeof(FromClaimAttribute)))
            _notInBody.Add(name);
        else if (property.IsDefined(typeof(FromQueryAttribute)))
            await FlatQueryAsync(property.PropertyType, ct);
        else if (property.GetCustomAttribute<QueryParamAttribute>() is { } query)
            await ParameterAsync(name, ParameterLocation.Query, property, query.IsRequired || IsAlwaysThere(property), ct);
        else if (_isBodyless)
            await ParameterAsync(name, ParameterLocation.Query, property, IsAlwaysThere(property), ct);
    }

    private async Task FlatQueryAsync(Type type, CancellationToken ct)
    {
        foreach (var property in BoundProperty.Of(type))
            await ParameterAsync(BoundProperty.NameOf(property), ParameterLocation.Query, property, IsAlwaysThere(property), ct);
    }

    private async Task ParameterAsync(string name, ParameterLocation location, PropertyInfo? property, bool isRequired, CancellationToken ct)
    {
        _notInBody.Add(name);
        var outside = location == ParameterLocation.Header ? name : Outside(name);
        var parameter = new OpenApiParameter
        {
            Name = outside,
            In = location,
            Required = isRequired,
            Schema = await context.GetOrCreateSchemaAsync(property?.PropertyType ?? typeof(string), null, ct),
            Description = endpoint.EndpointSummary?.Params.FirstOrDefault(p => p.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value,
        };
        if (property is not null && IsNullable(property) && parameter.Schema is OpenApiSchema { Type: { } plain } schema)
            schema.Type = plain | JsonSchemaType.Null;
        operation.Parameters = [.. operation.Parameters?.Where(p => !string.Equals(p.Name, outside, StringComparison.OrdinalIgnoreCase)) ?? [], parameter];
    }

    /// <summary>The body's schema without what comes from elsewhere; the component itself stays whole, other operations may use it.</summary>
    private async Task TrimBodyAsync(CancellationToken ct)
    {
        if (operation.RequestBody is not OpenApiRequestBody { Content: { } contents } body)
            return;

        var part = BoundProperty.Of(endpoint.ReqDtoType).FirstOrDefault(p => p.IsDefined(typeof(FromBodyAttribute)));
        if (part is null && _notInBody.Count == 0)
            return;

        var schema = await context.GetOrCreateSchemaAsync(part?.PropertyType ?? endpoint.ReqDtoType, null, ct);
        if (part is null)
        {
            foreach (var name in schema.Properties?.Keys.Where(_notInBody.Contains).ToList() ?? [])
            {
                schema.Properties!.Remove(name);
                schema.Required?.Remove(name);
            }
        }

        if (schema.Properties is not { Count: > 0 } && schema.Type == JsonSchemaType.Object)
            operation.RequestBody = null;
        foreach (var content in contents.Values)
            content.Schema = schema;
        body.Content = contents;
    }

    private static string Outside(string name) => Cfg.SerOpts.Options.PropertyNamingPolicy?.ConvertName(name) ?? name;

    private static bool IsAlwaysThere(PropertyInfo property)
        => !IsNullable(property)
            && property.DeclaringType!.GetConstructors().SelectMany(c => c.GetParameters())
                .FirstOrDefault(p => p.Name == property.Name)?.HasDefaultValue is not true;

    private static bool IsNullable(PropertyInfo property) => new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
}

using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastEndpoints;

public class EndpointSummary
{
    internal List<IProducesResponseTypeMetadata> ProducesMetas { get; set; } = [];

    public string this[int statusCode]
    {
        get => Responses[statusCode];
        set => Responses[statusCode] = value;
    }

    public string Summary { get; set; } = null!;

    public string Description { get; set; } = null!;

    public ICollection<RequestExample> RequestExamples { get; protected set; } = [];

    public object? ExampleRequest
    {
        get => RequestExamples.FirstOrDefault()?.Value;
        set => RequestExamples.Add(new(value ?? throw new ArgumentNullException(nameof(value))));
    }

    public Dictionary<string, string> Params { get; set; } = [];

    public Dictionary<int, string> Responses { get; set; } = [];

    public Dictionary<int, object> ResponseExamples { get; set; } = [];

    public void Response<TResponse>(
        int statusCode = 200, string? description = null, string contentType = "application/json", TResponse? example = default)
    {
        ProducesMetas.Add(new ProducesMetadata(typeof(TResponse), statusCode, [contentType]) { Example = example });
        if (description is not null)
            Responses[statusCode] = description;
    }

    public void Response(int statusCode = 200, string? description = null, string? contentType = null)
    {
        ProducesMetas.Add(new ProducesMetadata(typeof(void), statusCode, contentType is null ? [] : [contentType]));
        if (description is not null)
            Responses[statusCode] = description;
    }
}

public class EndpointSummary<TRequest> : EndpointSummary where TRequest : notnull
{
    public EndpointSummary(EndpointSummary? summary = null)
    {
        if (summary is null)
            return;
        ProducesMetas = summary.ProducesMetas;
        Summary = summary.Summary;
        Description = summary.Description;
        RequestExamples = summary.RequestExamples;
        Params = summary.Params;
        Responses = summary.Responses;
        ResponseExamples = summary.ResponseExamples;
    }

    public new TRequest? ExampleRequest
    {
        get => (TRequest?)base.ExampleRequest;
        set => base.ExampleRequest = value;
    }

    public void RequestParam(Expression<Func<TRequest, object?>> property, string description)
        => Params[Failures.PropertyChain(property.Body)] = description;
}

public sealed class RequestExample(object value, string label = "Example", string? summary = null, string? description = null)
{
    public string? Summary { get; init; } = summary;

    public string? Description { get; init; } = description;

    public object Value { get; init; } = value;

    public string Label { get; internal set; } = label;
}

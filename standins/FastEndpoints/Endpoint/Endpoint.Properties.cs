using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace FastEndpoints;

public abstract partial class Endpoint<TRequest, TResponse>
{
    private TResponse? _response;
    private ILogger? _logger;

    [DontInject]
    public TResponse Response
    {
        get => _response is null ? EmptyAnswer() : _response;
        set => _response = value;
    }

    public ClaimsPrincipal User => HttpContext.User;

    public IConfiguration Config => Resolve<IConfiguration>();

    public IWebHostEnvironment Env => Resolve<IWebHostEnvironment>();

    public ILogger Logger => _logger ??= Resolve<ILoggerFactory>().CreateLogger(Definition.EndpointType);

    public string BaseURL => $"{HttpContext.Request.Scheme}://{HttpContext.Request.Host}/";

    public Http HttpMethod => Enum.Parse<Http>(HttpContext.Request.Method);

    [DontInject]
    public bool ResponseStarted
    {
        get => HttpContext.ResponseStarted();
        set
        {
            if (value)
                HttpContext.MarkResponseStart();
        }
    }

    protected ResponseSender<TRequest, TResponse> Send => new(this);

    public TState ProcessorState<TState>() where TState : class, new() => HttpContext.ProcessorState<TState>();

    protected T? Route<T>([StringSyntax("Route")] string paramName, bool isRequired = true)
        => HttpContext.Request.RouteValues.TryGetValue(paramName, out var value)
            ? Parsed<T>(paramName, value?.ToString(), isRequired, "Unable to read value of route parameter!")
            : Missing<T>(paramName, isRequired, "Route parameter was not found!");

    protected T? Query<T>(string paramName, bool isRequired = true)
        => HttpContext.Request.Query.TryGetValue(paramName, out var value)
            ? Parsed<T>(paramName, value, isRequired, "Unable to read value of query parameter!")
            : Missing<T>(paramName, isRequired, "Query parameter was not found!");

    private T? Parsed<T>(string name, StringValues value, bool isRequired, string message)
        => ValueParsers.For(typeof(T))(value) is { IsSuccess: true } result ? (T?)result.Value : Missing<T>(name, isRequired, message);

    private T? Missing<T>(string name, bool isRequired, string message)
    {
        if (isRequired)
            ValidationFailures.Add(new(name, message));
        ThrowIfAnyErrors();
        return default;
    }

    private TResponse EmptyAnswer()
    {
        if (typeof(TResponse).IsAssignableFrom(typeof(string)))
            return default!;

        try
        {
            var json = typeof(IEnumerable).IsAssignableFrom(typeof(TResponse)) ? "[]" : "{}";
            _response = JsonSerializer.Deserialize<TResponse>(json, Cfg.SerOpts.Options);
        }
        catch (Exception x) when (x is JsonException or NotSupportedException or InvalidOperationException)
        {
            _response = default;
        }

        return _response
            ?? throw new NotSupportedException($"Unable to create an instance of the response DTO. Please create it yourself and assign to the [{nameof(Response)}] property!");
    }
}

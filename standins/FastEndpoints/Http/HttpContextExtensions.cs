using Microsoft.AspNetCore.Http;

namespace FastEndpoints;

/// <summary>Keys under which a request's state is kept in HttpContext.Items.</summary>
internal static class ContextKey
{
    internal const string ResponseStarted = "0";
    internal const string ValidationFailures = "1";
    internal const string ProcessorState = "2";
    internal const string ExceptionHandled = "3";
    internal const string Response = "FastEndpointsResponse";
}

public static class HttpContextExtensions
{
    public static TService? TryResolve<TService>(this HttpContext httpCtx) where TService : class => ServiceResolver.Instance.TryResolve<TService>();

    public static TService Resolve<TService>(this HttpContext httpCtx) where TService : class => ServiceResolver.Instance.Resolve<TService>();

    public static void MarkResponseStart(this HttpContext httpCtx) => httpCtx.Items[ContextKey.ResponseStarted] = null;

    public static bool ResponseStarted(this HttpContext httpCtx)
        => httpCtx.Response.HasStarted || httpCtx.Items.ContainsKey(ContextKey.ResponseStarted);

    public static TState ProcessorState<TState>(this HttpContext httpCtx) where TState : class, new()
    {
        if (httpCtx.Items.TryGetValue(ContextKey.ProcessorState, out var existing))
        {
            return existing as TState
                ?? throw new InvalidOperationException($"The request's processors share one state, which is a [{existing!.GetType().Name}], not a [{typeof(TState).Name}].");
        }

        var state = new TState();
        httpCtx.Items[ContextKey.ProcessorState] = state;
        return state;
    }
}

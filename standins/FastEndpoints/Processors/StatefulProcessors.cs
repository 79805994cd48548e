namespace FastEndpoints;

public abstract class PreProcessor<TRequest, TState> : IPreProcessor<TRequest> where TState : class, new()
{
    public Task PreProcessAsync(IPreProcessorContext<TRequest> context, CancellationToken ct)
        => PreProcessAsync(context, context.HttpContext.ProcessorState<TState>(), ct);

    public abstract Task PreProcessAsync(IPreProcessorContext<TRequest> context, TState state, CancellationToken ct);
}

public abstract class PostProcessor<TRequest, TState, TResponse> : IPostProcessor<TRequest, TResponse> where TState : class, new()
{
    public Task PostProcessAsync(IPostProcessorContext<TRequest, TResponse> context, CancellationToken ct)
        => PostProcessAsync(context, context.HttpContext.ProcessorState<TState>(), ct);

    public abstract Task PostProcessAsync(IPostProcessorContext<TRequest, TResponse> context, TState state, CancellationToken ct);
}

public abstract class GlobalPreProcessor<TState> : IGlobalPreProcessor where TState : class, new()
{
    public Task PreProcessAsync(IPreProcessorContext context, CancellationToken ct)
        => PreProcessAsync(context, context.HttpContext.ProcessorState<TState>(), ct);

    public abstract Task PreProcessAsync(IPreProcessorContext context, TState state, CancellationToken ct);
}

public abstract class GlobalPostProcessor<TState> : IGlobalPostProcessor where TState : class, new()
{
    public Task PostProcessAsync(IPostProcessorContext context, CancellationToken ct)
        => PostProcessAsync(context, context.HttpContext.ProcessorState<TState>(), ct);

    public abstract Task PostProcessAsync(IPostProcessorContext context, TState state, CancellationToken ct);
}

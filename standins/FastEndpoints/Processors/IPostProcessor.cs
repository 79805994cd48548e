namespace FastEndpoints;

public interface IPostProcessor : IProcessor
{
    Task PostProcessAsync(IPostProcessorContext context, CancellationToken ct);
}

public interface IPostProcessor<in TRequest, in TResponse> : IPostProcessor
{
    Task IPostProcessor.PostProcessAsync(IPostProcessorContext context, CancellationToken ct)
        => PostProcessAsync((IPostProcessorContext<TRequest, TResponse>)context, ct);

    Task PostProcessAsync(IPostProcessorContext<TRequest, TResponse> context, CancellationToken ct);
}

public interface IGlobalPostProcessor : IPostProcessor;

namespace FastEndpoints;

public interface IProcessor;

public interface IPreProcessor : IProcessor
{
    Task PreProcessAsync(IPreProcessorContext context, CancellationToken ct);
}

public interface IPreProcessor<in TRequest> : IPreProcessor
{
    Task IPreProcessor.PreProcessAsync(IPreProcessorContext context, CancellationToken ct)
        => PreProcessAsync((IPreProcessorContext<TRequest>)context, ct);

    Task PreProcessAsync(IPreProcessorContext<TRequest> context, CancellationToken ct);
}

public interface IGlobalPreProcessor : IPreProcessor;

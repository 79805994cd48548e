namespace FastEndpoints;

public sealed partial class EndpointDefinition
{
    public void PreProcessor<TPreProcessor>(Order order) where TPreProcessor : class, IGlobalPreProcessor
        => Add(PreProcessorList, Made(typeof(TPreProcessor)), order, ref _prePosition);

    public void PreProcessors(Order order, params IGlobalPreProcessor[] preProcessors)
    {
        foreach (var processor in preProcessors)
            Add(PreProcessorList, processor, order, ref _prePosition);
    }

    public void PreProcessors(Order order, params Type[] processorTypes)
    {
        foreach (var type in processorTypes)
            Add(PreProcessorList, Made(Closed(type, typeof(IPreProcessor<>), ReqDtoType)), order, ref _prePosition);
    }

    public void PostProcessor<TPostProcessor>(Order order) where TPostProcessor : class, IGlobalPostProcessor
        => Add(PostProcessorList, Made(typeof(TPostProcessor)), order, ref _postPosition);

    public void PostProcessors(Order order, params IGlobalPostProcessor[] postProcessors)
    {
        foreach (var processor in postProcessors)
            Add(PostProcessorList, processor, order, ref _postPosition);
    }

    public void PostProcessors(Order order, params Type[] processorTypes)
    {
        foreach (var type in processorTypes)
            Add(PostProcessorList, Made(Closed(type, typeof(IPostProcessor<,>), ReqDtoType, ResDtoType)), order, ref _postPosition);
    }

    /// <summary>An endpoint's own processor: after those that it has already.</summary>
    internal void AddOwn(List<IProcessor> list, IProcessor processor)
    {
        var unused = 0;
        Add(list, processor, Order.After, ref unused);
    }

    internal static IProcessor Made(Type type) => (IProcessor)ServiceResolver.Instance.CreateSingleton(type);

    /// <summary>A type of processor is used once per endpoint; those put before keep the order in which they were put.</summary>
    private void Add(List<IProcessor> list, IProcessor processor, Order order, ref int position)
    {
        ThrowIfLocked();
        if (list.Exists(p => p.GetType() == processor.GetType()))
            return;
        if (order == Order.Before)
            list.Insert(position++, processor);
        else
            list.Add(processor);
    }

    private static Type Closed(Type open, Type contract, params Type[] arguments)
        => open.IsGenericType
            && open.GetGenericArguments().Length == arguments.Length
            && open.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == contract)
                ? open.MakeGenericType(arguments)
                : throw new InvalidOperationException($"[{open.FullName}] is not a valid open generic processor for registering globally!");
}

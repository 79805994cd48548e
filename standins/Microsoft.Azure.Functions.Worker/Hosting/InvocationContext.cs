namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>The context of one invocation.</summary>
internal sealed class InvocationContext(FoundFunction function, IServiceProvider services, CancellationToken stopping) : FunctionContext
{
    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => function.Id;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => function;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override CancellationToken CancellationToken => stopping;
}

namespace FastEndpoints;

public abstract class Group : ServiceResolverClient
{
    internal Action<EndpointDefinition> Action { get; set; } = null!;

    protected virtual void Configure(string routePrefix, Action<EndpointDefinition> ep)
        => Action = (definition => definition.PrefixRoutes(routePrefix)) + ep;
}

public abstract class SubGroup<TParent> : Group where TParent : Group, new()
{
    protected sealed override void Configure(string routePrefix, Action<EndpointDefinition> ep)
    {
        base.Configure(routePrefix, ep);
        Action += new TParent().Action;
    }
}

namespace FastEndpoints;

/// <summary>Settings of the whole process, as in the real package: every host in a process shares them, and the first UseFastEndpoints() sets them.</summary>
public sealed class Config
{
    internal static readonly BindingOptions BndOpts = new();
    internal static readonly EndpointOptions EpOpts = new();
    internal static readonly ErrorOptions ErrOpts = new();
    internal static readonly SecurityOptions SecOpts = new();
    internal static readonly SerializerOptions SerOpts = new();
    internal static readonly ValidationOptions ValOpts = new();

    public BindingOptions Binding => BndOpts;

    public EndpointOptions Endpoints => EpOpts;

    public ErrorOptions Errors => ErrOpts;

    public SecurityOptions Security => SecOpts;

    public SerializerOptions Serializer => SerOpts;

    public ValidationOptions Validation => ValOpts;
}

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a process is started with. Values are strings or <see cref="IValueProvider"/>s.</summary>
public sealed class CommandLineArgsCallbackContext
{
    internal CommandLineArgsCallbackContext(IResource resource, CancellationToken cancellationToken)
    {
        Resource = resource;
        CancellationToken = cancellationToken;
    }

    public IList<object> Args { get; } = [];

    public IResource Resource { get; }

    public CancellationToken CancellationToken { get; }
}

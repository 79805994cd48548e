namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a process will find in its environment. Values are strings or <see cref="IValueProvider"/>s.</summary>
public class EnvironmentCallbackContext
{
    internal EnvironmentCallbackContext(
        DistributedApplicationExecutionContext executionContext, IResource resource, CancellationToken cancellationToken)
    {
        ExecutionContext = executionContext;
        Resource = resource;
        CancellationToken = cancellationToken;
    }

    public Dictionary<string, object> EnvironmentVariables { get; } = [];

    public DistributedApplicationExecutionContext ExecutionContext { get; }

    public IResource Resource { get; }

    public CancellationToken CancellationToken { get; }
}

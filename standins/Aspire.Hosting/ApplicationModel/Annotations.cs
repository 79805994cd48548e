namespace Aspire.Hosting.ApplicationModel;

internal sealed record EnvironmentAnnotation(Func<EnvironmentCallbackContext, Task> Callback) : IResourceAnnotation;

internal sealed record ArgsAnnotation(Func<CommandLineArgsCallbackContext, Task> Callback) : IResourceAnnotation;

/// <summary>GET on an endpoint that must answer this status before dependents start.</summary>
internal sealed record HttpHealthAnnotation(EndpointReference Endpoint, string Path, int StatusCode) : IResourceAnnotation;

internal sealed record WaitAnnotation(IResource Resource, WaitType WaitType, int ExitCode = 0) : IResourceAnnotation;

internal enum WaitType
{
    UntilHealthy,
    UntilStarted,
    Completion,
}


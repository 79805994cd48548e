using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>How far a resource has come. Each step is reached once or not at all: then whoever waits for it is told why.</summary>
internal sealed class ResourceState
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _healthy = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Started => _started.Task;

    public Task Healthy => _healthy.Task;

    public Task<int> Ended => _ended.Task;

    public void HasStarted() => _started.TrySetResult();

    public void IsHealthy() => _healthy.TrySetResult();

    public void HasEnded(int exitCode, string name)
    {
        _ended.TrySetResult(exitCode);
        Fail(new ResourceFailedException($"{name} ended with exit code {exitCode}"));
    }

    /// <summary>What was not reached by now never will be.</summary>
    public void Fail(Exception reason)
    {
        _started.TrySetException(reason);
        _healthy.TrySetException(reason);
        _ended.TrySetException(reason);
    }
}

/// <summary>The states of all resources.</summary>
internal sealed class ResourceStates(IResourceCollection resources)
{
    private readonly Dictionary<IResource, ResourceState> _states = resources.ToDictionary(resource => resource, _ => new ResourceState());

    public ResourceState this[IResource resource] => _states[resource];
}

/// <summary>A resource did not come as far as somebody waited for.</summary>
internal sealed class ResourceFailedException(string message) : Exception(message);

using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Running;

/// <summary>Runs all resources side by side; their waits make the order.</summary>
internal sealed class ApplicationRunner(
    IResourceCollection resources, ResourceStates states, ResourceConsole console, DistributedApplicationExecutionContext execution) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private ProcessKeeper? _keeper;
    private Task _running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException("The stand-in for Aspire's hosting packages runs on Linux. Use the real packages here.");
        if (resources.FirstOrDefault(resource => !IsValue(resource) && !IsProcess(resource)) is { } other)
            throw StandIn.RunsNoContainer(other.Name);

        Ports.Allocate(resources);
        foreach (var value in resources.Where(IsValue))
        {
            states[value].HasStarted();
            states[value].IsHealthy();
        }

        var keeper = _keeper = ProcessKeeper.Start();
        _running = Task.WhenAll(resources.Where(IsProcess).Select(resource =>
            Task.Run(() => new ResourceRunner(resource, states, console, keeper, execution).RunAsync(_stopping.Token), CancellationToken.None)));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _running.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _keeper?.Dispose();
        _stopping.Dispose();
    }

    private static bool IsValue(IResource resource) => resource is ParameterResource;

    private static bool IsProcess(IResource resource) => resource is ProjectResource or ExecutableResource;
}

using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>The life of one resource: wait, start, become healthy, end. It is never started again by itself.</summary>
internal sealed class ResourceRunner(
    IResource resource, ResourceStates states, ResourceConsole console, ProcessKeeper keeper, DistributedApplicationExecutionContext execution)
{
    private readonly ResourceState _state = states[resource];

    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await WaitForDependenciesAsync(stopping);
            await RunProcessAsync(await ProcessPlan.MakeAsync(resource, execution, stopping), stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            _state.Fail(new ResourceFailedException($"{resource.Name} was stopped"));
        }
        catch (Exception e)
        {
            // Whatever kept it from starting concerns it and those that wait for it, and nobody else.
            console.Failure(resource, $"not started: {e.Message}");
            _state.Fail(new ResourceFailedException($"{resource.Name} was not started"));
        }
    }

    private async Task WaitForDependenciesAsync(CancellationToken stopping)
    {
        foreach (var wait in resource.Annotations.OfType<WaitAnnotation>())
        {
            var dependency = states[wait.Resource];
            switch (wait.WaitType)
            {
                case WaitType.UntilStarted:
                    await dependency.Started.WaitAsync(stopping);
                    break;
                case WaitType.UntilHealthy:
                    await dependency.Healthy.WaitAsync(stopping);
                    break;
                default:
                    var exitCode = await dependency.Ended.WaitAsync(stopping);
                    if (exitCode != wait.ExitCode)
                        throw new ResourceFailedException($"{wait.Resource.Name} ended with exit code {exitCode}");
                    break;
            }
        }
    }

    private async Task RunProcessAsync(ProcessPlan plan, CancellationToken stopping)
    {
        using var process = ResourceProcess.Start(plan, line => console.Line(resource, line));
        keeper.Began(process);
        _state.HasStarted();

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var health = BecomeHealthyAsync(ended.Token);
        try
        {
            Report(await process.WaitAsync(stopping));
        }
        catch (OperationCanceledException)
        {
            if (!await process.StopAsync())
                console.Note(resource, $"did not stop within {ResourceProcess.Grace.TotalSeconds:0} s and was killed");
            throw;
        }
        finally
        {
            keeper.IsOver(process);
            await ended.CancelAsync();
            await health;
        }
    }

    private void Report(int exitCode)
    {
        if (exitCode == 0)
            console.Note(resource, "ended");
        else
            console.Failure(resource, $"ended with exit code {exitCode}");
        _state.HasEnded(exitCode, resource.Name);
    }

    private async Task BecomeHealthyAsync(CancellationToken ended)
    {
        try
        {
            foreach (var check in resource.Annotations.OfType<HttpHealthAnnotation>())
                await HttpHealth.WaitAsync(check, answer => console.Note(resource, $"not healthy yet: {answer}"), ended);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        _state.IsHealthy();
        var urls = resource.Annotations.OfType<EndpointAnnotation>()
            .Select(endpoint => new EndpointReference((IResourceWithEndpoints)resource, endpoint.Name).Url).ToArray();
        if (urls.Length > 0)
            console.Note(resource, $"up at {string.Join(' ', urls)}");
    }
}

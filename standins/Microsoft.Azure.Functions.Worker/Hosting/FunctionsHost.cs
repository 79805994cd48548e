using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Listens to the triggers of all functions while the program runs. A function that is wrong stops the program at its start.</summary>
internal sealed class FunctionsHost(FunctionSource source, FunctionInvoker invoker, IServiceProvider services) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _listening = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var listeners = source.Find().Select(function => (function, Listener: Listener(function))).ToArray();
        _listening = Task.WhenAll(listeners.Select(one => Task.Run(
            () => one.Listener.ListenAsync((input, reason, stopping) => invoker.InvokeAsync(one.function, input, reason, stopping), _stopping.Token),
            cancellationToken)));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _listening.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stopping.Dispose();

    private TriggerListener Listener(FoundFunction function)
    {
        var listener = function.Trigger.CreateListener(services);
        return function.TriggerParameter.ParameterType.IsAssignableFrom(listener.InputType)
            ? listener
            : throw new NotSupportedException($"The trigger of the function '{function.Name}' cannot fill a {function.TriggerParameter.ParameterType}.");
    }
}

using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Runs a function once: a scope, an instance of its class, the middleware, the method, and a line in the log before and after.</summary>
internal sealed partial class FunctionInvoker(IServiceScopeFactory scopes, InvocationPipeline pipeline, ILoggerFactory loggers)
{
    public async Task<bool> InvokeAsync(FoundFunction function, object input, string reason, CancellationToken stopping)
    {
        var logger = loggers.CreateLogger($"Function.{function.Name}");
        await using var scope = scopes.CreateAsyncScope();
        var context = new InvocationContext(function, scope.ServiceProvider, stopping);
        var id = context.InvocationId;
        LogExecuting(logger, function.Name, reason, id);
        var started = Stopwatch.GetTimestamp();
        try
        {
            await pipeline.Around(invoked => RunAsync(function, input, invoked))(context).ConfigureAwait(false);
            var duration = Stopwatch.GetElapsedTime(started);
            LogSucceeded(logger, function.Name, id, duration);
            return true;
        }
        catch (Exception failure)
        {
            var duration = Stopwatch.GetElapsedTime(started);
            LogFailed(logger, failure, function.Name, id, duration);
            return false;
        }
    }

    private static async Task RunAsync(FoundFunction function, object input, FunctionContext context)
    {
        var arguments = function.Method.GetParameters().Select(parameter =>
            parameter == function.TriggerParameter ? input
            : parameter.ParameterType == typeof(FunctionContext) ? context
            : (object)context.CancellationToken);
        var instance = function.Method.IsStatic
            ? null
            : ActivatorUtilities.GetServiceOrCreateInstance(context.InstanceServices, function.Method.DeclaringType!);
        var running = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, [.. arguments], null);
        await (running switch { Task task => task, ValueTask task => task.AsTask(), _ => Task.CompletedTask }).ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Executing 'Functions.{Function}' (Reason='{Reason}', Id={InvocationId})")]
    private static partial void LogExecuting(ILogger logger, string function, string reason, string invocationId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Executed 'Functions.{Function}' (Succeeded, Id={InvocationId}, Duration={Duration})")]
    private static partial void LogSucceeded(ILogger logger, string function, string invocationId, TimeSpan duration);

    [LoggerMessage(Level = LogLevel.Error, Message = "Executed 'Functions.{Function}' (Failed, Id={InvocationId}, Duration={Duration})")]
    private static partial void LogFailed(ILogger logger, Exception failure, string function, string invocationId, TimeSpan duration);
}

using FluentValidation;
using Microsoft.AspNetCore.Http;

namespace FastEndpoints.Tests.Sample;

/// <summary>What ran for the current request, in order; injected into the endpoint both ways.</summary>
public sealed class Trace
{
    public List<string> Steps { get; } = [];
}

public sealed class ProcessedRequest
{
    public string? Mode { get; set; }
}

public sealed class ProcessedValidator : Validator<ProcessedRequest>
{
    public ProcessedValidator() => RuleFor(r => r.Mode).Custom((mode, context) =>
    {
        Resolve<Trace>().Steps.Add("validate");
        if (mode == "invalid")
            context.AddFailure("mode", "is invalid");
    });
}

public sealed class First : IPreProcessor<ProcessedRequest>
{
    public async Task PreProcessAsync(IPreProcessorContext<ProcessedRequest> context, CancellationToken ct)
    {
        context.HttpContext.Resolve<Trace>().Steps.Add($"first{(context.HasValidationFailures ? "!" : "")}");
        if (context.Request?.Mode == "short")
            await context.HttpContext.Response.SendAsync("short", 299, cancellation: ct);
    }
}

public sealed class Counting
{
    public int Count { get; set; }
}

public sealed class Second : PreProcessor<ProcessedRequest, Counting>
{
    public override Task PreProcessAsync(IPreProcessorContext<ProcessedRequest> context, Counting state, CancellationToken ct)
    {
        state.Count++;
        context.HttpContext.Resolve<Trace>().Steps.Add("second");
        return Task.CompletedTask;
    }
}

public sealed class Last : IPostProcessor<ProcessedRequest, string>
{
    public async Task PostProcessAsync(IPostProcessorContext<ProcessedRequest, string> context, CancellationToken ct)
    {
        var trace = context.HttpContext.Resolve<Trace>();
        trace.Steps.Add($"last:{context.Response}");
        SampleApp.LastTrace = [.. trace.Steps];
        if (context is { HasExceptionOccurred: true, Request.Mode: "handled" })
        {
            context.MarkExceptionAsHandled();
            await context.HttpContext.Response.SendAsync(context.ExceptionDispatchInfo.SourceException.Message, 555, cancellation: ct);
        }
    }
}

public sealed class GlobalFirst : IGlobalPreProcessor
{
    public Task PreProcessAsync(IPreProcessorContext context, CancellationToken ct)
    {
        context.HttpContext.Resolve<Trace>().Steps.Add("global");
        return Task.CompletedTask;
    }
}

public sealed class Processed(Trace trace) : Endpoint<ProcessedRequest, string>
{
    public Trace Injected { get; set; } = null!;

    public override void Configure()
    {
        Get("processed");
        AllowAnonymous();
        PreProcessor<First>();
        PreProcessor<Second>();
        PostProcessor<Last>();
    }

    public override async Task HandleAsync(ProcessedRequest req, CancellationToken ct)
    {
        ReferenceEquals(trace, Injected).ShouldBeTrue();
        trace.Steps.Add($"handle{ProcessorState<Counting>().Count}");
        if (req.Mode is "boom" or "handled")
            throw new InvalidOperationException(req.Mode);
        await Send.OkAsync("done", ct);
    }
}

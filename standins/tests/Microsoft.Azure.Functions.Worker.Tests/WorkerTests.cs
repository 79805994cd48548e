using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Hosting;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Tests;

public sealed class WorkerTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly Journal _journal = new();

    [Fact]
    public async Task A_timer_runs_its_function_with_what_it_asks_for()
    {
        using var host = await StartAsync(typeof(Ticking));
        await _journal.WaitForAsync("ticked CleanUp past due: False status: False", times: 2);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_function_that_throws_runs_again()
    {
        using var host = await StartAsync(typeof(Throwing));
        await _journal.WaitForAsync("threw", times: 2);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_function_runs_at_the_start_when_it_says_so()
    {
        using var host = await StartAsync(typeof(Starting));
        await _journal.WaitForAsync("started, status: True", times: 1);
        await host.StopAsync();
    }

    [Fact]
    public async Task Runs_of_one_timer_never_overlap_and_stopping_waits_for_the_last()
    {
        using var host = await StartAsync(typeof(Slow));
        await _journal.WaitForAsync("slow ended", times: 2);
        await _journal.WaitForAsync("slow began", times: 3);
        await host.StopAsync();

        _journal.Count("overlapped").ShouldBe(0);
        _journal.Count("slow ended").ShouldBe(_journal.Count("slow began"));
    }

    [Fact]
    public async Task Middleware_is_around_every_run_in_its_order()
    {
        using var host = await StartAsync([typeof(Ticking)], builder =>
        {
            builder.UseMiddleware<Outer>();
            builder.UseMiddleware(async (context, next) =>
            {
                context.InstanceServices.GetRequiredService<Journal>().Add("inner");
                await next();
            });
        });
        await _journal.WaitForAsync("outer after CleanUp", times: 1);
        await host.StopAsync();

        _journal.Lines.Take(4).ShouldBe(["outer", "inner", "ticked CleanUp past due: False status: False", "outer after CleanUp"]);
    }

    [Theory]
    [InlineData(typeof(NoTrigger))]
    [InlineData(typeof(StrangeParameter))]
    [InlineData(typeof(StrangeSchedule))]
    [InlineData(typeof(StrangeInput))]
    public async Task A_function_that_is_not_covered_stops_the_program_at_its_start(Type type)
    {
        var failure = await Should.ThrowAsync<Exception>(async () => (await StartAsync(type)).Dispose());
        failure.ShouldBeAssignableTo<SystemException>();
    }

    [Fact]
    public void An_application_is_built_once()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Build().Dispose();
        Should.Throw<InvalidOperationException>(() => builder.Build());
    }

    private Task<IHost> StartAsync(Type functions) => StartAsync([functions], _ => { });

    private async Task<IHost> StartAsync(Type[] functions, Action<FunctionsApplicationBuilder> change)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Services.AddSingleton(_journal);
        builder.Services.Replace(ServiceDescriptor.Singleton(new FunctionSource(functions)));
        change(builder);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    public sealed class Journal
    {
        private readonly Lock _lock = new();
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_lock) return [.. _lines];
            }
        }

        public void Add(string line)
        {
            lock (_lock) _lines.Add(line);
        }

        public int Count(string line) => Lines.Count(one => one == line);

        public async Task WaitForAsync(string line, int times)
        {
            using var limit = new CancellationTokenSource(Limit);
            while (Count(line) < times) await Task.Delay(10, limit.Token);
        }
    }

    public sealed class Outer(Journal journal) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            journal.Add("outer");
            await next(context);
            journal.Add($"outer after {context.FunctionDefinition.Name}");
        }
    }

    public sealed class Ticking(Journal journal)
    {
        [Function("CleanUp")]
        public void Run([TimerTrigger("* * * * * *")] TimerInfo timer, FunctionContext context, CancellationToken cancellation)
        {
            context.CancellationToken.ShouldBe(cancellation);
            journal.Add($"ticked {context.FunctionDefinition.Name} past due: {timer.IsPastDue} status: {timer.ScheduleStatus is not null}");
        }
    }

    public sealed class Throwing(Journal journal)
    {
        [Function("Throw")]
        public Task RunAsync([TimerTrigger("* * * * * *")] TimerInfo timer)
        {
            journal.Add("threw");
            throw new InvalidOperationException("on purpose");
        }
    }

    public sealed class Starting(Journal journal)
    {
        [Function("Start")]
        public void Run([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) =>
            journal.Add($"started, status: {timer.ScheduleStatus is not null}");
    }

    public sealed class Slow(Journal journal)
    {
        private static int _running;

        [Function("Slow")]
        public async Task RunAsync([TimerTrigger("00:00:00.050")] TimerInfo timer)
        {
            if (Interlocked.Increment(ref _running) > 1) journal.Add("overlapped");
            journal.Add("slow began");
            await Task.Delay(TimeSpan.FromMilliseconds(200), CancellationToken.None);
            journal.Add("slow ended");
            Interlocked.Decrement(ref _running);
        }
    }

    public sealed class NoTrigger
    {
        [Function("None")]
        public void Run(FunctionContext context) => throw new NotSupportedException(context.InvocationId);
    }

    public sealed class StrangeParameter
    {
        [Function("Strange")]
        public void Run([TimerTrigger("* * * * * *")] TimerInfo timer, string blob) => throw new NotSupportedException(blob);
    }

    public sealed class StrangeSchedule
    {
        [Function("Strange")]
        public void Run([TimerTrigger("now and then")] TimerInfo timer) => throw new NotSupportedException();
    }

    public sealed class StrangeInput
    {
        [Function("Strange")]
        public void Run([TimerTrigger("* * * * * *")] string timer) => throw new NotSupportedException(timer);
    }
}

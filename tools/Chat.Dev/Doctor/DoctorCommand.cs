using System.CommandLine;
using System.Runtime.InteropServices;
using Chat.Dev.Packages;
using Chat.Dev.Servers;
using Chat.Dev.Terminal;
using Chat.Dev.Tools;
using Chat.Dev.Up;
using Chat.Dev.Workspace;
using Spectre.Console;

namespace Chat.Dev.Doctor;

/// <summary>Looks and changes nothing: what is there, what the other commands would do, and what only you can install.</summary>
internal static class DoctorCommand
{
    public static Command For(ChatWorkspace workspace, Steps steps)
    {
        var command = new Command("doctor", "Print what this machine has and what the other commands would get. Changes nothing; exit code 1 when something is missing.");
        HelpWithExamples.Add(command,
            ("doctor", "look"));
        command.SetAction((_, stop) => RunAsync(workspace, steps.Console, stop));
        return command;
    }

    private static async Task<int> RunAsync(ChatWorkspace workspace, IAnsiConsole console, CancellationToken stop)
    {
        var requirements = new Requirements(workspace);
        var table = new Table().RoundedBorder().AddColumns("Needed", "Here", "What will be done");
        var missing = 0;
        foreach (var one in (Requirement[])[Requirements.DotNet, Requirements.Node, requirements.Redis, requirements.Browser, .. requirements.NpmFolders])
        {
            var present = await one.FindAsync(stop).ConfigureAwait(false);
            missing += present is null ? 1 : 0;
            Row(table, one.Name, present is null ? "[red]missing[/]" : Markup.Escape(present), present is null ? one.Remedy : "");
        }

        var machine = await MachinePostgres.FindAsync(stop).ConfigureAwait(false);
        Row(table, "Postgres", machine is null ? "npm's" : $"npm's; this machine's {machine.Version} with --postgres machine", "");
        Row(table, "Containers", await ContainerEngine.FindAsync(stop).ConfigureAwait(false) ?? "no engine", "");
        Row(table, "Packages", Markup.Escape(new PackageChoice(workspace).Kept()?.ToString() ?? "not asked yet"), "");
        Row(table, "Port 8080", FreePort.IsFree(8080) ? "free" : $"taken; {FreePort.From(8080)} is free", "");
        Row(table, "Running", RunningUp.Of(workspace)?.Urls[0] ?? "nothing in this clone", "");
        Row(table, "System", Markup.Escape($"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} cores"), "");
        console.Write(table);
        console.MarkupLine(missing == 0 ? "[green]Everything is here.[/]" : $"[red]{missing} missing.[/] up and test get what they may.");
        return missing == 0 ? 0 : 1;
    }

    private static void Row(Table table, string name, string here, string remedy) => table.AddRow(Markup.Escape(name), here, Markup.Escape(remedy));
}

using System.Text.RegularExpressions;
using Chat.Dev.Processes;
using Chat.Dev.Workspace;

namespace Chat.Dev.Packages;

/// <summary>
/// Asks the machine's package sources for everything that has a stand-in, by restoring a project that names it all: only a restore knows about
/// configured sources, credentials, caches and missing dependencies. On a source that lacks them it fails in about two seconds.
/// </summary>
internal static partial class PackageProbe
{
    // Long enough to download Aspire once over a slow line; it would be downloaded for the build anyway.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <Import Project="$(ChatRoot)standins/Standins.props" />
          <ItemGroup>
            <PackageReference Include="@(ChatStandIn)" />
            <PackageReference Include="StackExchange.Redis" />
          </ItemGroup>
        </Project>
        """;

    public static async Task<(PackageSet Set, string Reason)> AskAsync(ChatWorkspace workspace, CancellationToken cancellation)
    {
        var folder = workspace.InLocal("probe");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "Probe.csproj"), Project, cancellation).ConfigureAwait(false);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(Limit);
            var restore = await RunToEnd.OutcomeAsync(
                new ProcessSpec("dotnet", "restore", "-p:ChatPackages=real", "-nodeReuse:false", "-v:q") { Folder = folder }, limit.Token).ConfigureAwait(false);
            return restore.Succeeded ? (PackageSet.Real, "the package source has them all") : (PackageSet.StandIns, ReasonIn(restore.Output));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (PackageSet.StandIns, $"the package source did not answer within {Limit.TotalMinutes} minutes");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What a failed restore says, in a few words.</summary>
    internal static string ReasonIn(string restoreOutput)
    {
        var missing = MissingPackage().Matches(restoreOutput).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
            return $"the package source lacks {missing[0]}" + (missing.Count > 1 ? $" and {missing.Count - 1} more" : "");
        return ErrorCode().Match(restoreOutput) is { Success: true } error ? $"the real ones do not restore: {error.Value}" : "the real ones do not restore";
    }

    [GeneratedRegex(@"NU110[123]: Unable to find (?:a stable )?package (\S+?)\.?(?=\s)")]
    private static partial Regex MissingPackage();

    [GeneratedRegex(@"(?:NU|MSB|NETSDK)\d+: [^\n\[]{0,120}")]
    private static partial Regex ErrorCode();
}

using System.Security.Cryptography;
using System.Text.Json;
using Chat.Dev.Workspace;

namespace Chat.Dev.Packages;

/// <summary>
/// Decides once per clone which packages to build against and keeps the answer: the marker <c>.local/standins</c> is what the build looks at, and
/// <c>.local/packages.json</c> remembers why. A marker made by hand, without the note, is respected.
/// </summary>
public sealed class PackageChoice(ChatWorkspace workspace)
{
    private string Note => workspace.InLocal("packages.json");

    /// <summary>The answer that is kept, or null when nobody has asked yet or the lists of packages have changed since.</summary>
    public PackageDecision? Kept()
    {
        if (File.Exists(Note) && JsonSerializer.Deserialize(File.ReadAllBytes(Note), DevJson.Default.PackageDecision) is { } kept)
            return kept.Lists == Lists() && kept.Set == MarkedSet() ? kept : null;
        return File.Exists(workspace.StandInsMarker) ? new PackageDecision(PackageSet.StandIns, "the marker .local/standins is there", Lists()) : null;
    }

    /// <summary>What was wished for, else the kept answer, else the answer of the package source; it is kept.</summary>
    /// <param name="wish">From <c>--packages</c>.</param>
    /// <param name="cancellation">Ends the asking.</param>
    public async Task<PackageDecision> DecideAsync(PackageWish? wish, CancellationToken cancellation)
    {
        if (wish is PackageWish.Real or PackageWish.StandIns)
            return Keep(wish == PackageWish.Real ? PackageSet.Real : PackageSet.StandIns, "by --packages");
        if (wish is null && Kept() is { } kept)
            return kept;
        var (set, reason) = await PackageProbe.AskAsync(workspace, cancellation).ConfigureAwait(false);
        return Keep(set, reason);
    }

    private PackageDecision Keep(PackageSet set, string reason)
    {
        var decision = new PackageDecision(set, reason, Lists());
        if (set == PackageSet.StandIns)
            File.WriteAllText(workspace.InLocal("standins"), reason + "\n");
        else
            File.Delete(workspace.InLocal("standins"));
        File.WriteAllBytes(Note, JsonSerializer.SerializeToUtf8Bytes(decision, DevJson.Default.PackageDecision));
        return decision;
    }

    private PackageSet MarkedSet() => File.Exists(workspace.StandInsMarker) ? PackageSet.StandIns : PackageSet.Real;

    private string Lists() => Convert.ToHexStringLower(SHA256.HashData(
        [.. File.ReadAllBytes(workspace.At("standins", "Standins.props")), .. File.ReadAllBytes(workspace.At("Directory.Packages.props"))]))[..16];
}

namespace Chat.Dev.Packages;

/// <summary>Which packages the code is built against.</summary>
public enum PackageSet
{
    /// <summary>The real ones, as named in the projects.</summary>
    Real,

    /// <summary>The projects under <c>standins/</c>, for those that the package source lacks.</summary>
    StandIns,
}

/// <summary>What was chosen and why.</summary>
/// <param name="Set">The choice.</param>
/// <param name="Reason">For people.</param>
/// <param name="Lists">Fingerprint of the package lists at that time: other lists ask again.</param>
public sealed record PackageDecision(PackageSet Set, string Reason, string Lists)
{
    /// <summary>The one line that is printed.</summary>
    public override string ToString() => $"{(Set == PackageSet.Real ? "real" : "stand-ins")} ({Reason})";
}

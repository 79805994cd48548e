namespace Chat.Dev.Packages;

/// <summary>What <c>--packages</c> can say.</summary>
public enum PackageWish
{
    /// <summary>The real packages, from now on.</summary>
    Real,

    /// <summary>The stand-ins, from now on.</summary>
    StandIns,

    /// <summary>Whatever the package source answers when asked again.</summary>
    Ask,
}

using System.CommandLine;
using Chat.Dev.Packages;

namespace Chat.Dev.Terminal;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    /// <summary>Which packages to build against.</summary>
    public static Option<PackageWish?> Packages() => new("--packages")
    {
        Description = "Build against the real packages, or against the stand-ins for those that the package source lacks; kept until said otherwise. 'ask' asks the source again",
        HelpName = "real|standins|ask",
    };
}

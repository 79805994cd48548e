namespace Aspire.Hosting;

/// <summary>What the stand-in says where the real packages would have gone on.</summary>
internal static class StandIn
{
    public static NotSupportedException DoesNotCover(string what) =>
        new($"The stand-in for Aspire's hosting packages does not cover {what}. Use the real packages (docs/decisions/0002-packages.md).");

    public static NotSupportedException RunsNoContainer(string server) =>
        new($"The stand-in for Aspire's hosting packages runs no containers, so it cannot start {server}. " +
            "./dev.cs up starts Postgres and Redis as local processes and passes their connection strings (ConnectionStrings__chat, ConnectionStrings__redis).");

    public static NotSupportedException DoesNotPublish() =>
        new("The stand-in for Aspire's hosting packages runs the application on this machine and cannot publish it. " +
            "Publishing needs the real packages: delete .local/standins where the package source has them (docs/azure.md).");
}

using Chat.Core.Log;
using Chat.Core.Store;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Chat.Core.Outbox;

/// <summary>
/// The partitions that this instance tells. Each instance takes its fair share of those that are free or run out, and gives back what
/// is more. Whoever is frozen past its lease notices by its own clock before it tells anything more.
/// </summary>
public sealed class PartitionLeases(NpgsqlDataSource database, IOptions<RelayOptions> options, TimeProvider clock)
{
    private static readonly string RenewSql = EmbeddedSql.Read<PartitionLeases>("RenewLeases");
    private static readonly string ReleaseSql = EmbeddedSql.Read<PartitionLeases>("ReleaseLeases");

    private readonly Guid _instance = Guid.NewGuid();
    private long _renewedAt;
    private ulong _held;

    /// <summary>The partitions to tell now, as a set; none once the lease may have run out.</summary>
    public ulong Held => clock.GetElapsedTime(Interlocked.Read(ref _renewedAt)) < options.Value.Lease - Margin ? Interlocked.Read(ref _held) : 0;

    // The time between the database's decision and our reading of it counts against us, and clocks drift a little.
    private TimeSpan Margin => options.Value.Lease / 5;

    /// <summary>Renews the leases, takes what is free up to the fair share, gives back what is over it.</summary>
    /// <exception cref="NpgsqlException">The database is away; the leases run out by themselves.</exception>
    public async Task RenewAsync(CancellationToken cancellation)
    {
        var asked = clock.GetTimestamp();
        var held = 0UL;
        await using var command = database.CreateCommand(RenewSql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = _instance });
        command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = options.Value.Lease });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) held |= Partitions.Mask(reader.GetInt16(0));
        Interlocked.Exchange(ref _held, held);
        Interlocked.Exchange(ref _renewedAt, asked);
    }

    /// <summary>Gives everything back, so that the others need not wait for the leases to run out.</summary>
    /// <exception cref="NpgsqlException">The database is away; the leases run out by themselves.</exception>
    public async Task ReleaseAsync(CancellationToken cancellation)
    {
        Interlocked.Exchange(ref _held, 0);
        await using var command = database.CreateCommand(ReleaseSql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = _instance });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

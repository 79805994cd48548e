-- $1 this instance, $2 how long a lease lasts. Returns the partitions that this instance holds from now on.
-- SKIP LOCKED: two instances that renew at the same time take different partitions instead of waiting for each other.
WITH alive AS (
    INSERT INTO relay_instances AS instance (id, seen_at) VALUES ($1, clock_timestamp())
    ON CONFLICT (id) DO UPDATE SET seen_at = clock_timestamp() RETURNING id
),
share AS (
    SELECT ceil(64.0 / count(*))::int AS size FROM (
        SELECT id FROM relay_instances WHERE seen_at > clock_timestamp() - $2
        UNION SELECT id FROM alive) AS instance
),
wanted AS (
    SELECT partition FROM partition_leases
    WHERE owner = $1 OR owner IS NULL OR expires_at < clock_timestamp()
    ORDER BY owner IS NOT DISTINCT FROM $1 DESC, partition
    LIMIT (SELECT size FROM share)
    FOR NO KEY UPDATE SKIP LOCKED
),
kept AS (
    UPDATE partition_leases AS lease
    SET fence = CASE WHEN lease.owner = $1 THEN lease.fence ELSE lease.fence + 1 END, owner = $1, expires_at = clock_timestamp() + $2
    FROM wanted WHERE lease.partition = wanted.partition
    RETURNING lease.partition
),
given_back AS (
    UPDATE partition_leases AS lease SET owner = NULL
    WHERE lease.owner = $1 AND lease.partition NOT IN (SELECT partition FROM wanted)
)
SELECT partition FROM kept

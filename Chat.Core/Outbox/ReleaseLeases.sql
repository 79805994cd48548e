-- $1 this instance.
WITH gone AS (DELETE FROM relay_instances WHERE id = $1)
UPDATE partition_leases SET owner = NULL WHERE owner = $1

-- $1 partitions, $2 rooms that rest, $3 limit. Each row names a fact that stands in exactly one of the two tables.
WITH oldest AS (
    SELECT id, room_id, seq FROM outbox WHERE partition = ANY ($1) AND room_id <> ALL ($2) ORDER BY id LIMIT $3
)
SELECT oldest.room_id, oldest.seq, coalesce(message.at, fact.at), coalesce(fact.kind, 'message.created'),
    message.id, message.author_id, message.author_name, message.content, fact.subject_id, fact.data, oldest.id
FROM oldest
LEFT JOIN messages AS message ON message.room_id = oldest.room_id AND message.seq = oldest.seq
LEFT JOIN facts AS fact ON fact.room_id = oldest.room_id AND fact.seq = oldest.seq
ORDER BY oldest.id

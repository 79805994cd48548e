-- $1 room, $2 position, $3 limit.
SELECT room_id, seq, at, id, author_id, author_name, content FROM messages WHERE room_id = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3

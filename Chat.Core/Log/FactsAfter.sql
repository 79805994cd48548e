-- $1 room, $2 position, $3 limit. Each branch stops at the limit by its own primary key; the merge keeps the first of both.
(SELECT room_id, seq, at, 'message.created' AS kind, id, author_id, author_name, content, NULL::uuid AS subject_id, NULL AS data
 FROM messages WHERE room_id = $1 AND seq > $2 ORDER BY seq LIMIT $3)
UNION ALL
(SELECT room_id, seq, at, kind, NULL, NULL, NULL, NULL, subject_id, data
 FROM facts WHERE room_id = $1 AND seq > $2 ORDER BY seq LIMIT $3)
ORDER BY seq LIMIT $3

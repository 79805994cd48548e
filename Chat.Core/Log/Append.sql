-- Appends messages of any number of rooms in one statement, decided under the rooms' rows, which the statement before this one in
-- the same transaction holds (AppendLocks.sql); this one therefore sees every commit before that.
-- $1 order in the batch, $2 room, $3 author (null: a guest), $4 name of a guest, $5 id, $6 content: arrays of one length; $7 time.
-- Outcome: 0 stored now, 1 no such room or not in it, 2 stored before, 3 the id is another message's.
WITH input AS (
    SELECT * FROM unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::text[])
        AS row (ord, room_id, author_id, guest_name, id, content)
),
verdict AS (
    SELECT input.*, room.partition, room.head_seq, coalesce(author.display_name, input.guest_name) AS author_name,
        stored.seq AS stored_seq, stored.at AS stored_at, stored.author_name AS stored_name,
        CASE
            WHEN room.id IS NULL THEN 1
            WHEN input.author_id IS NOT NULL AND member.user_id IS NULL THEN 1
            WHEN stored.id IS NULL THEN 0
            WHEN stored.room_id = input.room_id AND stored.content = input.content
                AND stored.author_id IS NOT DISTINCT FROM input.author_id THEN 2
            ELSE 3
        END AS outcome
    FROM input
    LEFT JOIN rooms AS room ON room.id = input.room_id
    LEFT JOIN room_members AS member ON member.room_id = input.room_id AND member.user_id = input.author_id
    LEFT JOIN users AS author ON author.id = input.author_id
    LEFT JOIN messages AS stored ON stored.id = input.id
),
numbered AS (
    SELECT verdict.*, head_seq + row_number() OVER (PARTITION BY room_id ORDER BY ord) AS seq FROM verdict WHERE outcome = 0
),
heads AS (
    UPDATE rooms SET head_seq = newest.seq
    FROM (SELECT room_id, max(seq) AS seq FROM numbered GROUP BY room_id) AS newest
    WHERE rooms.id = newest.room_id
),
appended AS (
    INSERT INTO messages (room_id, seq, id, author_id, author_name, content, at)
    SELECT room_id, seq, id, author_id, author_name, content, $7 FROM numbered
),
untold AS (
    INSERT INTO outbox (partition, room_id, seq) SELECT partition, room_id, seq FROM numbered ORDER BY room_id, seq
)
SELECT verdict.ord, verdict.outcome, coalesce(numbered.seq, verdict.stored_seq), coalesce(verdict.stored_at, $7),
    coalesce(verdict.stored_name, verdict.author_name), verdict.partition
FROM verdict LEFT JOIN numbered ON numbered.ord = verdict.ord

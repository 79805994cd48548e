-- $1 rooms. In the order of their ids, so that two batches never wait for each other in a circle.
SELECT FROM rooms WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE

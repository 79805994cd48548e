-- Ends one lease, unless a newer epoch holds it.
-- KEYS[1] expiry of all leases   KEYS[2] the user's leases   ARGV user, connection, epoch
-- Returns 0 nothing to end, 1 ended, 2 ended and it was the user's last live one.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local held = redis.call('HGET', KEYS[2], ARGV[2])
if not held or tonumber(string.match(held, '^(%d+):')) > tonumber(ARGV[3]) then
  return 0
end
redis.call('HDEL', KEYS[2], ARGV[2])
redis.call('ZREM', KEYS[1], ARGV[1] .. '/' .. ARGV[2])
for _, lease in ipairs(redis.call('HVALS', KEYS[2])) do
  if tonumber(string.match(lease, ':(%d+)$')) > now then
    return 1
  end
end
return 2

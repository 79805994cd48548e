-- Ends expired leases, the longest expired first. A script runs alone, so each lease is given to exactly one caller.
-- KEYS[1] expiry of all leases   ARGV[1] stem of the users' keys   ARGV[2] how many at most
-- Returns user, connection, epoch, 1 when it was the user's last live one (else 0), for each lease that ended.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local ended = {}
for _, member in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[2])) do
  redis.call('ZREM', KEYS[1], member)
  local user, connection = string.match(member, '^([^/]+)/(.+)$')
  local key = ARGV[1] .. user
  local held = redis.call('HGET', key, connection)
  if held then
    redis.call('HDEL', key, connection)
    local last = 1
    for _, lease in ipairs(redis.call('HVALS', key)) do
      if tonumber(string.match(lease, ':(%d+)$')) > now then
        last = 0
      end
    end
    ended[#ended + 1] = user
    ended[#ended + 1] = connection
    ended[#ended + 1] = string.match(held, '^(%d+):')
    ended[#ended + 1] = last
  end
end
return ended

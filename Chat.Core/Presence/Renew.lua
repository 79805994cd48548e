-- Holds leases until length after they were heard. A missing lease is made, so that a flushed Redis is whole again after one round of renewals.
-- KEYS[1] expiry of all leases   ARGV[1] stem of the users' keys   ARGV[2] length in ms   then (user, connection, epoch, ms since heard) per lease
-- Returns one number per lease: 0 overtaken, 1 held, 2 held and the user came online.
-- The time is Redis's own: the clocks of the servers may disagree by more than a lease.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local answers = {}
for i = 3, #ARGV, 4 do
  local user, connection, epoch = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  local key = ARGV[1] .. user
  local held = redis.call('HGET', key, connection)
  if held and tonumber(string.match(held, '^(%d+):')) > tonumber(epoch) then
    answers[#answers + 1] = 0
  else
    local live = false
    for _, lease in ipairs(redis.call('HVALS', key)) do
      live = live or tonumber(string.match(lease, ':(%d+)$')) > now
    end
    local expiry = string.format('%d', now + tonumber(ARGV[2]) - tonumber(ARGV[i + 3]))
    redis.call('HSET', key, connection, epoch .. ':' .. expiry)
    redis.call('ZADD', KEYS[1], expiry, user .. '/' .. connection)
    answers[#answers + 1] = live and 1 or 2
  end
end
return answers

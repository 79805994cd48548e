-- Which users have a live lease. An expired lease that nobody swept yet counts for nothing.
-- KEYS the leases of each user   Returns 1 or 0 per key.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local answers = {}
for i, key in ipairs(KEYS) do
  answers[i] = 0
  for _, lease in ipairs(redis.call('HVALS', key)) do
    if tonumber(string.match(lease, ':(%d+)$')) > now then
      answers[i] = 1
      break
    end
  end
end
return answers

/**
 * Gives back to a bucket and takes from it, as one step. The bucket is a hash of its level (`l`) and when that was (`a`, in milliseconds, by the clock of
 * Redis); it goes when it is full again, as one is that nobody has asked.
 * KEYS: the bucket. ARGV: its capacity, what comes into it per second, what is given back, the least and the most that are wanted.
 */
export const EXCHANGE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local capacity, rate = tonumber(ARGV[1]), tonumber(ARGV[2])
local returned, least, most = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local known = redis.call('HMGET', KEYS[1], 'l', 'a')
local level, at = tonumber(known[1]) or capacity, tonumber(known[2]) or now
level = math.min(capacity, level + math.max(0, now - at) * rate / 1000)
level = math.min(capacity, level + returned)
local granted = 0
if most > 0 and level > 0 and level >= least then
  granted = math.min(level, most)
  level = level - granted
end
redis.call('HSET', KEYS[1], 'l', string.format('%.6f', level), 'a', string.format('%.3f', now))
redis.call('PEXPIRE', KEYS[1], math.ceil((capacity - level) / rate * 1000) + 1000)
return { string.format('%.6f', granted), string.format('%.6f', level) }
`;

/**
 * Notes that an instance lives, and counts those that do.
 * KEYS: all instances. ARGV: this one, and after how many milliseconds one counts as gone.
 */
export const HEARTBEAT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - tonumber(ARGV[2]))
redis.call('PEXPIRE', KEYS[1], tonumber(ARGV[2]) * 10)
return redis.call('ZCARD', KEYS[1])
`;

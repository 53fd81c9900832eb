import { Redis } from 'ioredis'
import { SECOND } from '#app/domain/shared/durations.ts'

let connection: { url: string; redis: Redis } | undefined

/** One connection for the process, made when it is first needed; it says at once when the server is not there. */
function redisAt(url: string): Redis {
  if (connection?.url !== url) {
    connection?.redis.disconnect()
    const redis = new Redis(url, {
      enableOfflineQueue: false,
      lazyConnect: true,
      connectTimeout: SECOND,
      commandTimeout: SECOND,
      maxRetriesPerRequest: 0,
    })
    redis.on('error', () => undefined)
    connection = { url, redis }
  }
  return connection.redis
}

/** Whether Redis answers within a second. */
export async function pingRedis(url: string): Promise<boolean> {
  const redis = redisAt(url)
  try {
    if (redis.status === 'wait' || redis.status === 'end') await redis.connect()
    return (await redis.ping()) === 'PONG'
  } catch {
    return false
  }
}

import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'

/**
 * The configuration of runs that try the product out without being it: test mode, in which workers may be made to die at
 * named points, nothing of the machine's own services, secrets for once.
 */
export const trialSettings = () => ({
  TZ: 'UTC',
  NODE_ENV: 'test',
  APP_MODE: 'test',
  APP_URL: 'http://localhost:3000',
  DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
  REDIS_URL: '',
  SMTP_URL: '',
  MEILI_URL: '',
  APP_SECRET: randomBytes(32).toString('hex'),
  MASTER_KEY: randomBytes(32).toString('base64'),
  LOG_LEVEL: 'silent',
  AUDIT_ANCHORS: path.join(tmpdir(), `passaparola-anchors-${process.pid}.log`),
})

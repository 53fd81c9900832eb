import { createHmac, randomBytes } from 'node:crypto'
import fs from 'node:fs'

import { DATA, inData } from './paths.mjs'
import { Stop } from './steps.mjs'

const FILE = inData('secrets.json')

/**
 * This machine's secrets, made on the first run and never printed. In production they come from the environment; these
 * spare whoever tries the product, or tests it, from inventing any.
 *
 * @returns {{ APP_SECRET: string, MASTER_KEY: string, PG_SUPERUSER_PASSWORD: string, PG_OWNER_PASSWORD: string, PG_WEB_PASSWORD: string,
 *   PG_WORKER_PASSWORD: string }}
 */
export function localSecrets() {
  fs.mkdirSync(DATA, { recursive: true })
  if (!fs.existsSync(FILE)) create()
  try {
    const kept = JSON.parse(fs.readFileSync(FILE, 'utf8'))
    return { ...kept, PG_WORKER_PASSWORD: workerPassword(kept) }
  } catch (error) {
    if (error.code === 'EACCES')
      throw new Stop(`${FILE} belongs to another user: run as that user, or remove the .data folder`)
    throw new Stop(
      `${FILE} cannot be read: restore it from a backup, or delete the .data folder to begin anew`,
    )
  }
}

/** Kept nowhere: it follows from a secret that neither web nor worker knows. */
const workerPassword = ({ PG_SUPERUSER_PASSWORD }) =>
  createHmac('sha256', PG_SUPERUSER_PASSWORD).update('passaparola_worker').digest('hex')

function create() {
  const secrets = {
    APP_SECRET: randomBytes(32).toString('hex'),
    MASTER_KEY: randomBytes(32).toString('base64'),
    PG_SUPERUSER_PASSWORD: randomBytes(24).toString('hex'),
    PG_OWNER_PASSWORD: randomBytes(24).toString('hex'),
    PG_WEB_PASSWORD: randomBytes(24).toString('hex'),
  }
  const own = `${FILE}.${process.pid}`
  fs.writeFileSync(own, JSON.stringify(secrets, null, 2) + '\n', { mode: 0o600 })
  try {
    // A link, not a rename: of two first runs side by side the later one must keep what the earlier one wrote.
    fs.linkSync(own, FILE)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  } finally {
    fs.rmSync(own)
  }
}

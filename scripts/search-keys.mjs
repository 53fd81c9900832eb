import { fail, Stop } from './steps.mjs'

/** Ids of our own choosing: a key is a hash of its id with the master key, so that it is known before it is made. */
const KEYS = {
  MEILI_SEARCH_KEY: {
    uid: '6f1c2b0e-3c55-4d0a-9a43-6a0f0c7f5b11',
    name: 'Passaparola: searches',
    actions: ['search'],
  },
  MEILI_INDEX_KEY: {
    uid: '0b8a7d52-94a6-4f7e-8d0b-2f5f9e1c7a22',
    name: 'Passaparola: keeps its indexes',
    actions: ['documents.*', 'indexes.*', 'settings.*', 'stats.get', 'tasks.get', 'tasks.cancel'],
  },
}

/** Makes the product's keys on a search server, where they are not there already, and prints them for its environment. */
async function makeSearchKeys({ MEILI_URL, MEILI_MASTER_KEY }) {
  if (!MEILI_URL || !MEILI_MASTER_KEY)
    throw new Stop('set MEILI_URL and MEILI_MASTER_KEY, then run this again')
  const ask = (path, init) => {
    const headers = { Authorization: `Bearer ${MEILI_MASTER_KEY}`, 'Content-Type': 'application/json' }
    return fetch(new URL(path, MEILI_URL), { ...init, headers })
  }
  for (const [variable, key] of Object.entries(KEYS)) {
    const body = JSON.stringify({ ...key, indexes: ['passaparola_*'], expiresAt: null })
    const made = await ask('/keys', { method: 'POST', body })
    if (!made.ok && made.status !== 409)
      throw new Stop(`the search server refused: ${(await made.json()).code}`)
    const found = made.ok ? made : await ask(`/keys/${key.uid}`)
    console.log(`${variable}=${(await found.json()).key}`)
  }
}

await makeSearchKeys(process.env).catch(fail)

import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSearch } from '#app/platform/search.server.ts'
import { type StandIn, startStandIn } from '#tests/support/meilisearch/server.ts'

let standIn: StandIn
beforeAll(async () => void (standIn = await startStandIn()))
afterAll(() => standIn.kill())

async function run(script: string, variables: Record<string, string>) {
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [`scripts/${script}`], {
    env: { PATH, NODE_ENV: 'test', ...variables },
  })
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: child.exitCode, out, err }
}
const server = () => ({ MEILI_URL: standIn.url, MEILI_MASTER_KEY: standIn.masterKey })

describe('scripts/search-keys.mjs', () => {
  it('prints two keys that can be known beforehand, the same each time, and that the product takes', async () => {
    const first = await run('search-keys.mjs', server())
    expect(await run('search-keys.mjs', server())).toEqual(first)
    const found = Object.fromEntries(
      first.out
        .trim()
        .split('\n')
        .map((line) => line.split('=')),
    ) as Record<string, string>
    const hash = (uid: string) => createHmac('sha256', standIn.masterKey).update(uid).digest('hex')
    expect(found).toEqual({
      MEILI_SEARCH_KEY: hash('6f1c2b0e-3c55-4d0a-9a43-6a0f0c7f5b11'),
      MEILI_INDEX_KEY: hash('0b8a7d52-94a6-4f7e-8d0b-2f5f9e1c7a22'),
    })
    const search = openSearch({
      url: standIn.url,
      searchKey: found.MEILI_SEARCH_KEY ?? '',
      indexKey: found.MEILI_INDEX_KEY ?? '',
    })
    await search.assertModestKeys()
    await search.finished(await search.createIndex('passaparola_people', 'id'))
    expect(await search.search([{ indexUid: 'passaparola_people' }])).toHaveLength(1)
    await expect(search.createIndex('other', 'id')).rejects.toMatchObject({ code: 'invalid_api_key' })
  })

  it('says what it needs, and when it is refused', async () => {
    expect(await run('search-keys.mjs', {})).toMatchObject({
      code: 1,
      err: expect.stringContaining('MEILI_MASTER_KEY') as string,
    })
    const wrong = await run('search-keys.mjs', { ...server(), MEILI_MASTER_KEY: 'wrong' })
    expect(wrong).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('invalid_api_key') as string,
    })
  })
})

describe('npm run test:meili', () => {
  it('says so when there is no server to test', async () => {
    const said = await run('test-meili.mjs', {})
    expect(said).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('there is no search server') as string,
    })
  })
})

import { describe, expect, it } from 'vitest'
import { parseEnv } from './env.server.ts'

const good = {
  NODE_ENV: 'production',
  APP_MODE: 'production',
  APP_URL: 'https://lavoro.example.org',
  DATABASE_URL: 'postgresql://passaparola_web@127.0.0.1/passaparola',
  APP_SECRET: 'b7Qe0vY3mX9sKq2rT5wZ8uA1cD4fG6hJ',
  MASTER_KEY: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
}

describe('the configuration', () => {
  it('takes a good one and fills in what may be left out', () => {
    expect(parseEnv(good)).toMatchObject({ APP_MODE: 'production', PORT: 3000 })
  })

  it('names every wrong or missing variable at once, and no value', () => {
    const wrong = {
      ...good,
      APP_URL: 'ftp://geheim',
      PORT: 'acht',
      MASTER_KEY: 'kurz',
      APP_SECRET: undefined,
    }
    expect(() => parseEnv(wrong)).toThrow(/APP_URL[\s\S]*PORT[\s\S]*APP_SECRET[\s\S]*MASTER_KEY/)
    try {
      parseEnv(wrong)
    } catch (error) {
      expect(String(error)).not.toMatch(/geheim|acht|kurz/)
    }
  })

  it('takes keys of before with commas between them, and refuses the one of today among them', () => {
    const [one, two] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64'))
    expect(parseEnv(good)).toMatchObject({ MASTER_KEY_OLD: [], APP_SECRET_OLD: [] })
    expect(parseEnv({ ...good, MASTER_KEY_OLD: `${one}, ${two}` }).MASTER_KEY_OLD).toEqual([one, two])
    expect(() => parseEnv({ ...good, MASTER_KEY_OLD: good.MASTER_KEY })).toThrow('MASTER_KEY_OLD')
    expect(() => parseEnv({ ...good, MASTER_KEY_OLD: 'kurz' })).toThrow('MASTER_KEY_OLD')
    expect(() => parseEnv({ ...good, APP_SECRET_OLD: 'kurz' })).toThrow('APP_SECRET_OLD')
  })

  it('wants two different keys for a search server', () => {
    const server = { ...good, MEILI_URL: 'http://127.0.0.1:7700' }
    expect(() => parseEnv(server)).toThrow(/MEILI_SEARCH_KEY[\s\S]*MEILI_INDEX_KEY/)
    expect(() => parseEnv({ ...server, MEILI_SEARCH_KEY: 'a', MEILI_INDEX_KEY: 'a' })).toThrow(
      'MEILI_INDEX_KEY',
    )
    expect(parseEnv({ ...server, MEILI_SEARCH_KEY: 'a', MEILI_INDEX_KEY: 'b' })).toMatchObject({
      MEILI_INDEX_KEY: 'b',
    })
  })

  it.each([
    ['APP_SECRET', { APP_SECRET: 'x'.repeat(40) }],
    ['MASTER_KEY', { MASTER_KEY: Buffer.alloc(32).toString('base64') }],
    ['DEMO_ACCOUNTS', { DEMO_ACCOUNTS: '1' }],
    ['NODE_ENV', { NODE_ENV: 'development' }],
  ])('refuses a default %s in production, and only there', (name, change) => {
    expect(() => parseEnv({ ...good, ...change })).toThrow(name)
    expect(() => parseEnv({ ...good, ...change, APP_MODE: 'demo' })).not.toThrow()
  })
})

import { inflateRawSync } from 'node:zlib'
import { tamper } from '#tests/support/tampering.ts'
import { heardIn } from './canaries.ts'

/** A test's database as somebody sees it who got hold of all of it. */
export function databaseLaidOpen(webUrl: () => string) {
  const superuser = (work: Parameters<typeof tamper>[1]) => tamper(webUrl(), work)

  /** Runs `work` while the database lacks a table. */
  async function without(name: string, work: () => Promise<unknown>): Promise<void> {
    await superuser((one) => one.unsafe(`alter table ${name} rename to gone_for_now`))
    try {
      await work()
    } finally {
      await superuser((one) =>
        one.unsafe(`alter table gone_for_now rename to ${name.replace('public.', '')}`),
      )
    }
  }

  /** Every row of every table of every schema as text, a table each. */
  async function dump(): Promise<Map<string, string>> {
    const tables = new Map<string, string>()
    await superuser(async (one) => {
      const names = await one<{ name: string }[]>`select format('%I.%I', schemaname, tablename) as name
      from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`
      for (const { name } of names) {
        const [row] = await one.unsafe<{ rows: string | null }[]>(
          `select string_agg(t::text, E'\\n') as rows from ${name} t`,
        )
        tables.set(name, row?.rows ?? '')
      }
    })
    return tables
  }

  const tablesThatHold = async (words: readonly string[]): Promise<string[]> =>
    [...(await dump())].filter(([, rows]) => heardIn(rows, words).length > 0).map(([name]) => name)

  return { without, dump, tablesThatHold }
}

/** The texts inside a spreadsheet, which is an archive of compressed files. */
export function textsOf(archive: Buffer): string {
  const texts: string[] = []
  for (let at = archive.indexOf('PK\x03\x04'); at >= 0; at = archive.indexOf('PK\x03\x04', at + 4)) {
    const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28)
    if (archive.readUInt16LE(at + 8) === 8)
      texts.push(inflateRawSync(archive.subarray(start), { finishFlush: 2 }).toString())
  }
  return texts.join('\n')
}

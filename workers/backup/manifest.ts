import { createHmac } from 'node:crypto'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { backupKeys, equalInConstantTime } from '#app/platform/crypto.server.ts'
import type { RootKey } from '#app/platform/key-ring.server.ts'
import { seal, unseal } from '#app/platform/seal.server.ts'
import { measure } from './sealed-file.ts'
import { BackupTrouble } from './trouble.ts'

const MANIFEST = 'manifest.json'

const body = z.strictObject({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The name of the master key that it was made under. */
  key: z.string().regex(/^[0-9a-f]{16}$/),
  migrations: z.strictObject({ count: z.number().int().positive(), last: z.string() }),
  files: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z_]+$/),
      bytes: z.number().int(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  /** What is in the files, sealed: numbers of rows, and where sequences stand. */
  inside: z.base64(),
})
const schema = z.strictObject({ body, mac: z.string() })

const inside = z.strictObject({
  tables: z.array(z.strictObject({ name: z.string(), rows: z.number().int() })),
  sequences: z.array(z.strictObject({ name: z.string(), value: z.string(), called: z.boolean() })),
})

export type Inside = z.infer<typeof inside>
type Body = z.infer<typeof body>
export type Backup = { made: Omit<Body, 'inside'>; inside: Inside; key: RootKey }

const PLACE = 'backup:manifest'
const macOf = (key: Buffer, value: Body): string =>
  createHmac('sha256', key).update(JSON.stringify(value)).digest('base64url')

/** Where the file of a table is. */
export const fileOf = (folder: string, table: string): string => path.join(folder, `${table}.sealed`)

/** Writes the manifest, which is last: a folder without one holds no backup. */
export async function writeManifest(folder: string, { made, inside: within, key }: Backup): Promise<void> {
  const sealed = seal(key.key, JSON.stringify(within), PLACE).toString('base64')
  const value: Body = body.parse({ ...made, inside: sealed })
  const partial = path.join(folder, `${MANIFEST}.new`)
  const text = JSON.stringify({ body: value, mac: macOf(key.key, value) }, null, 2)
  await writeFile(partial, `${text}\n`, { mode: 0o600, flush: true })
  await rename(partial, path.join(folder, MANIFEST))
}

/**
 * Reads a backup's manifest and holds every file against it.
 * @throws BackupTrouble when there is none, its key is not configured, or anything is not as it was written.
 */
export async function readBackup(folder: string): Promise<Backup> {
  const text = await readFile(path.join(folder, MANIFEST), 'utf8').catch(() => {
    throw new BackupTrouble(`${folder} holds no whole backup: it has no ${MANIFEST}`)
  })
  const parsed = schema.safeParse(json(text))
  if (!parsed.success)
    throw new BackupTrouble(`${MANIFEST} is not one that this version of the product reads`)
  const { body: value, mac } = parsed.data
  const key = backupKeys().find(({ id }) => id.toString('hex') === value.key)
  if (!key)
    throw new BackupTrouble(
      `this backup was made under the master key ${value.key}, which is not configured: put it into MASTER_KEY_OLD`,
    )
  if (!equalInConstantTime(mac, macOf(key.key, value)))
    throw new BackupTrouble(`${MANIFEST} was changed after it was written`)
  await compareFiles(folder, value)
  const { inside: sealed, ...made } = value
  const opened = unseal(key.key, Buffer.from(sealed, 'base64'), PLACE).toString('utf8')
  return { made, key, inside: inside.parse(JSON.parse(opened)) }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function compareFiles(folder: string, { files }: Body): Promise<void> {
  const there = (await readdir(folder)).filter((name) => name !== MANIFEST).toSorted()
  const expected = files.map(({ name }) => path.basename(fileOf(folder, name))).toSorted()
  if (there.join() !== expected.join())
    throw new BackupTrouble(`${folder} has other files than its ${MANIFEST} says`)
  for (const { name, ...written } of files) {
    const found = await measure(fileOf(folder, name))
    if (found.sha256 !== written.sha256 || found.bytes !== written.bytes)
      throw new BackupTrouble(`the file of ${name} is not the one that was written`)
  }
}

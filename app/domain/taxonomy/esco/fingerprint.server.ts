import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Source } from './stage-file.server.ts'

/** One hash over the names and contents of files: the same for the same import, wherever its folder lies. */
export async function fingerprintOf(sources: readonly Source[]): Promise<string> {
  const all = createHash('sha256')
  for (const { path, name } of sources) {
    const one = createHash('sha256')
    await pipeline(createReadStream(path), one)
    all.update(`${name}\0${one.digest('hex')}\0`)
  }
  return all.digest('hex')
}

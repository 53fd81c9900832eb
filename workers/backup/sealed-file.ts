import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { seal, unseal } from '#app/platform/seal.server.ts'
import { BackupTrouble } from './trouble.ts'

/** Bytes that are sealed together: a backup is never in memory as a whole. */
const FRAME = 256 * 1024
/** Says whether more follows, and how long the frame is. */
const HEAD = 5

/** Where a frame belongs: moved, left out, or the last one cut off, it does not open. */
const placeOf = (file: string, number: number, last: boolean): string =>
  `backup:${file}:${String(number)}:${last ? 'last' : 'more'}`

function frame(key: Buffer, plain: Buffer, file: string, number: number, last: boolean): Buffer {
  const sealed = seal(key, plain, placeOf(file, number, last))
  const head = Buffer.alloc(HEAD)
  head.writeUInt8(last ? 1 : 0)
  head.writeUInt32BE(sealed.length, 1)
  return Buffer.concat([head, sealed])
}

async function* frames(source: AsyncIterable<Buffer>, key: Buffer, file: string): AsyncGenerator<Buffer> {
  let waiting = Buffer.alloc(0)
  let number = 0
  for await (const chunk of source) {
    waiting = Buffer.concat([waiting, chunk])
    for (; waiting.length > FRAME; waiting = waiting.subarray(FRAME))
      yield frame(key, waiting.subarray(0, FRAME), file, number++, false)
  }
  yield frame(key, waiting, file, number, true)
}

async function* unframed(source: AsyncIterable<Buffer>, key: Buffer, file: string): AsyncGenerator<Buffer> {
  let waiting = Buffer.alloc(0)
  let number = 0
  let ended = false
  for await (const chunk of source) {
    waiting = Buffer.concat([waiting, chunk])
    while (waiting.length >= HEAD) {
      const end = HEAD + waiting.readUInt32BE(1)
      if (waiting.length < end || ended) break
      ended = waiting[0] === 1
      yield unseal(key, waiting.subarray(HEAD, end), placeOf(file, number++, ended))
      waiting = waiting.subarray(end)
    }
  }
  if (!ended || waiting.length > 0)
    throw new BackupTrouble(`${file} is cut off or has something after its end`)
}

export type Written = { bytes: number; sha256: string }

/** Writes what `source` gives to a file, compressed and sealed; `name` is bound in. */
export async function writeSealed(
  source: AsyncIterable<Buffer>,
  { path, name, key }: { path: string; name: string; key: Buffer },
): Promise<Written> {
  const hash = createHash('sha256')
  let bytes = 0
  const out = createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true })
  await pipeline(
    source,
    createGzip(),
    async function* (packed: AsyncIterable<Buffer>) {
      for await (const sealed of frames(packed, key, name)) {
        hash.update(sealed)
        bytes += sealed.length
        yield sealed
      }
    },
    out,
  )
  if (!out.closed) await once(out, 'close')
  return { bytes, sha256: hash.digest('hex') }
}

/** What a file's bytes are, to be held against its manifest. */
export async function measure(path: string): Promise<Written> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** What `writeSealed` was given, line by line. @throws where a single bit differs. */
export async function readSealed(
  { path, name, key }: { path: string; name: string; key: Buffer },
  take: (line: string) => Promise<void>,
): Promise<void> {
  await pipeline(
    createReadStream(path),
    (packed: AsyncIterable<Buffer>) => unframed(packed, key, name),
    createGunzip(),
    async (unpacked: AsyncIterable<Buffer>) => {
      const decoder = new TextDecoder('utf-8', { fatal: true })
      let waiting = ''
      for await (const chunk of unpacked) {
        const lines = (waiting + decoder.decode(chunk, { stream: true })).split('\n')
        waiting = lines.pop() ?? ''
        for (const line of lines) await take(line)
      }
    },
  )
}

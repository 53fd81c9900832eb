import { inflateSync } from 'node:zlib'
import { FileTrouble } from './file-trouble.ts'

/** What all packed parts of a file may come to. */
const MOST_UNPACKED = 64 * 1024 * 1024

const STREAM = Buffer.from('stream')
const END = Buffer.from('endstream')
/** A dictionary before its stream is a few lines long. */
const DICTIONARY = 2_000

/**
 * Unpacks every stream of a PDF with a limit, before a reader does without one: a few kilobytes can hold gigabytes.
 * @throws FileTrouble for what unpacks to too much, or is packed more than once.
 */
export function refuseBomb(bytes: Buffer): void {
  let left = MOST_UNPACKED
  for (let at = bytes.indexOf(STREAM); at >= 0; at = bytes.indexOf(STREAM, at + STREAM.length)) {
    const dictionary = bytes.subarray(Math.max(0, at - DICTIONARY), at).toString('latin1')
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    if ((own.match(/\/(Flate|LZW|RunLength|ASCII85|ASCIIHex)Decode|\/Fl\b/g) ?? []).length > 1)
      throw new FileTrouble('bomb')
    if (!/\/FlateDecode|\/Fl\b/.test(own)) continue
    let from = at + STREAM.length
    if (bytes[from] === 13) from += 1
    if (bytes[from] === 10) from += 1
    const end = bytes.indexOf(END, from)
    left -= unpacked(bytes.subarray(from, end < 0 ? bytes.length : end), left)
  }
}

function unpacked(packed: Buffer, most: number): number {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) }).length
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new FileTrouble('bomb')
    // What is damaged is for the reader to judge.
    return 0
  }
}

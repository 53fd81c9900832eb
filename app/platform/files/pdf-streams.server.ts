import { constants, inflateRawSync } from 'node:zlib'
import { FileTrouble } from './file-trouble.ts'

/** What all packed parts of a file may come to. */
const MOST_UNPACKED = 64 * 1024 * 1024

const STREAM = Buffer.from('stream')
/** What may stand between the word and its bytes, as the reader tries it. */
const LINE_ENDS = [' \r\n', '\r\n', '\r', '\n'].map((end) => Buffer.from(end))
/** As far as a packed stream may point back: where a strict program finds nothing there, the reader goes on. */
const BEFORE = Buffer.alloc(32 * 1024)

const SPACE = String.raw`[\0\t\n\f\r ]*`
const NAME = String.raw`\/[^\0\t\n\f\r ()<>[\]{}/%]+`
const NAMES = new RegExp(NAME, 'g')
/** The key and, looked at ahead, its value where that is a name or names: the same word may be another key's value. */
const FILTER = new RegExp(
  String.raw`\/Filter(?![^\0\t\n\f\r ()<>[\]{}/%])(?=${SPACE}(${NAME}|\[(?:${SPACE}${NAME})*${SPACE}\])?)`,
  'g',
)
/** They unpack to thousands of times their length, and documents of today are packed otherwise. */
const REFUSED = /^\/(?:LZWDecode|LZW|RunLengthDecode|RL)$/
/** The reader leaves pictures as they are. */
const PICTURE = /^\/(?:DCTDecode|DCT|JPXDecode|CCITTFaxDecode|CCF|JBIG2Decode)$/

/**
 * Unpacks every stream of a PDF with a limit, before a reader does without one: a few kilobytes can hold gigabytes. What a
 * stream says of itself is not believed: it may be said in disguise, elsewhere or twice.
 * @throws FileTrouble for what unpacks to too much, is packed more than once or in a way that is not known here.
 */
export function refuseBomb(bytes: Buffer): void {
  refuseFilters(bytes)
  let left = MOST_UNPACKED
  for (let at = bytes.indexOf(STREAM); at >= 0; at = bytes.indexOf(STREAM, at + STREAM.length)) {
    const rest = bytes.subarray(at + STREAM.length)
    const end = LINE_ENDS.find((one) => rest.subarray(0, one.length).equals(one))
    left -= unpacked(rest.subarray(end?.length ?? 0), left)
  }
}

function refuseFilters(bytes: Buffer): void {
  const plain = bytes
    .toString('latin1')
    .replace(/#([\da-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  for (const [, value] of plain.matchAll(FILTER)) {
    // A value that stands elsewhere, or behind a remark.
    if (value === undefined) throw new FileTrouble('bomb')
    const names = value.match(NAMES) ?? []
    if (names.some((name) => REFUSED.test(name)) || !names.slice(1).every((name) => PICTURE.test(name)))
      throw new FileTrouble('bomb')
  }
}

/** @returns how long it becomes; 0 for what the reader would not begin to unpack. */
function unpacked(packed: Buffer, most: number): number {
  const [method = 0, flags = 0] = packed
  const isPacked = (method & 15) === 8 && (method * 256 + flags) % 31 === 0 && (flags & 32) === 0
  if (!isPacked) return 0
  try {
    // Neither the end nor the checksum has to be there: the reader does not look at them.
    return inflateRawSync(packed.subarray(2), {
      ...{ maxOutputLength: Math.max(1, most), dictionary: BEFORE, finishFlush: constants.Z_SYNC_FLUSH },
    }).length
  } catch (error) {
    const isBomb = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    // How much the reader would make of what is damaged is not known.
    throw new FileTrouble(isBomb ? 'bomb' : 'broken')
  }
}

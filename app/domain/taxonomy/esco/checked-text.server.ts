import { isUtf8 } from 'node:buffer'
import { Transform, type TransformCallback } from 'node:stream'
import { RefusedFile } from './refused-file.ts'

const NEWLINE = 0x0a
/** A line longer than this is no line of text. */
const LONGEST_LINE = 4 * 1024 * 1024

const ENCODING = 'save it as UTF-8 and import it again'

function wideEncoding(bytes: Buffer): boolean {
  const [first, second] = bytes
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes.includes(0)
}

/**
 * Passes on a file's bytes as long as they are UTF-8, with or without its mark, a whole number of lines at a time.
 * Anything else would come out as damaged labels: Latin-1 and Windows-1252 write `à` as a byte that UTF-8 has no use for,
 * UTF-16 fills every other byte with zero.
 * @throws RefusedFile with the row, as the error of the stream.
 */
export class CheckedText extends Transform {
  private rest: Buffer = Buffer.alloc(0)
  private lines = 0

  constructor(private readonly file: string) {
    super()
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const bytes = Buffer.concat([this.rest, chunk])
    const end = bytes.lastIndexOf(NEWLINE) + 1
    this.rest = bytes.subarray(end)
    if (wideEncoding(bytes.subarray(0, end || bytes.length))) return done(this.refusal('UTF-16 or no text'))
    if (this.rest.length > LONGEST_LINE) return done(this.refusal('no text: a line has no end'))
    this.passOn(bytes.subarray(0, end), done)
  }

  override _flush(done: TransformCallback): void {
    this.passOn(this.rest, done)
  }

  private passOn(bytes: Buffer, done: TransformCallback): void {
    if (!isUtf8(bytes)) {
      this.skipGoodLines(bytes)
      return done(this.refusal('Latin-1 or Windows-1252'))
    }
    for (const byte of bytes) if (byte === NEWLINE) this.lines += 1
    done(null, bytes)
  }

  private skipGoodLines(bytes: Buffer): void {
    for (let at = 0; at < bytes.length;) {
      const newline = bytes.indexOf(NEWLINE, at)
      const end = newline === -1 ? bytes.length : newline + 1
      if (!isUtf8(bytes.subarray(at, end))) return
      this.lines += 1
      at = end
    }
  }

  private refusal(looksLike: string): RefusedFile {
    return new RefusedFile(this.file, this.lines + 1, `not UTF-8, but ${looksLike}: ${ENCODING}`)
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkFile } from '#app/domain/files/check-file.server.ts'
import { MOST_BYTES, type FileKind } from '#app/domain/files/file-kinds.ts'
import { refuseBomb } from '#app/platform/files/pdf-streams.server.ts'
import { aScanner, EICAR } from '#tests/support/clamd.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'passaparola-clamd-'))
process.env.CLAMAV_URL = `unix:${path.join(folder, 'clamd.sock')}`

const CANARY = 'Kanarienvogel'
let scanner: Awaited<ReturnType<typeof aScanner>>
let jpeg: Buffer
let png: Buffer

beforeAll(async () => {
  scanner = await aScanner(path.join(folder, 'clamd.sock'))
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#336699' } })
  const exif = { IFD0: { Artist: CANARY }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 4/1 0/1' } }
  jpeg = await picture.clone().jpeg().withExif(exif).toBuffer()
  png = await picture.clone().png().toBuffer()
})
afterAll(async () => {
  await scanner.stop()
  await rm(folder, { recursive: true })
})

const outcome = (kind: FileKind, bytes: Buffer) =>
  checkFile(kind, bytes).then(
    () => 'kept',
    (error: { reason?: string; field?: string }) => [error.reason, error.field].join(' '),
  )

/** A document of one page, changed by `change` before it is saved. */
async function aPdf(change: (document: PDFDocument) => unknown = () => undefined): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.addPage([200, 200]).drawText('Cuoca, tre anni in una mensa')
  await change(document)
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

/** A PNG that says it is as wide and high as that. */
function saying(width: number, height: number): Buffer {
  const bytes = Buffer.from(png)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
  return bytes
}

/** A PDF of one stream under what is said of it. */
const ofStream = (said: string, packed: Buffer): Buffer => {
  const head = `%PDF-1.7\n1 0 obj\n<< ${said} /Length ${packed.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\ntrailer\n<<>>\n%%EOF')])
}
const FLATE = '/Filter /FlateDecode'
const little = deflateSync(Buffer.alloc(1024))
const much = deflateSync(Buffer.alloc(80 * 1024 * 1024), { level: 1 })
/** Says that it looks back farther than the format allows, which the reader does not mind. */
const oddHead = Buffer.concat([Buffer.from([0x88, 0x1c]), much.subarray(2)])

describe('a picture', () => {
  it('is drawn anew as JPEG: not where nor by whom it was taken, and nothing that stood behind it', async () => {
    expect(jpeg.includes(CANARY)).toBe(true)
    const polyglot = Buffer.concat([jpeg, Buffer.from(`PK\u0003\u0004<script>${CANARY}</script>`)])
    for (const bytes of [jpeg, polyglot]) {
      const { type, content, width, height } = await checkFile('photo', bytes)
      expect([type, width, height]).toEqual(['jpeg', 60, 40])
      expect([content.includes(CANARY), content.includes('<script>')]).toEqual([false, false])
      const { exif, icc, xmp, format } = await sharp(content).metadata()
      expect({ exif, icc, xmp, format }).toEqual({ format: 'jpeg' })
    }
  })

  it('may be PNG or WebP, is upright, and no larger than a page shows one', async () => {
    const large = sharp({ create: { width: 3000, height: 1500, channels: 4, background: '#00000000' } })
    const webp = await large.webp().withMetadata({ orientation: 6 }).toBuffer()
    expect(await checkFile('photo', webp)).toMatchObject({ type: 'jpeg', width: 960, height: 1920 })
    expect(await outcome('cv', png)).toBe('kept')
  })

  it.each([
    ['of 30,000 pixels a side', () => saying(30_000, 30_000), 'files_too_many_pixels file'],
    ['of 100 megapixels', () => saying(10_000, 10_000), 'files_too_many_pixels file'],
    ['cut off in the middle', () => jpeg.subarray(0, jpeg.length - 200), 'files_broken file'],
    ['that is but its head', () => png.subarray(0, 40), 'files_broken file'],
  ])('%s is refused', async (_, bytes, reason) => {
    expect(await outcome('photo', bytes())).toBe(reason)
  })
})

describe('a PDF', () => {
  it('is written anew: its pages, and not who made it, when and with what, nor the camera of a picture in it', async () => {
    const bytes = await aPdf(async (document) => {
      document.setAuthor(CANARY)
      document.setTitle(CANARY)
      document.catalog.set(
        PDFName.of('Metadata'),
        document.context.register(document.context.stream(`<x:xmpmeta>${CANARY}</x:xmpmeta>`)),
      )
      document.getPage(0).drawImage(await document.embedJpg(jpeg))
    })
    expect(bytes.includes(CANARY)).toBe(true)
    const { type, content } = await checkFile(
      'cv',
      Buffer.concat([bytes, Buffer.from(`PK\u0003\u0004${CANARY}`)]),
    )
    expect(type).toBe('pdf')
    const again = await PDFDocument.load(content, { updateMetadata: false })
    expect([again.getPageCount(), again.getAuthor(), again.getTitle(), again.getProducer()]).toEqual([
      1,
      undefined,
      undefined,
      undefined,
    ])
    expect(content.includes(CANARY)).toBe(false)
    const streams = again.context.enumerateIndirectObjects().map(([, value]) => value.toString())
    expect(streams.some((text) => text.includes(CANARY))).toBe(false)
  })

  it.each<[string, (document: PDFDocument) => unknown, string]>([
    ['a script', (document) => document.addJavaScript('x', 'app.alert(1)'), 'files_active file'],
    ['an attached file', (document) => document.attach(Buffer.from('MZ'), 'x.exe'), 'files_active file'],
    [
      'a program to start',
      (document) =>
        document.catalog.set(
          PDFName.of('OpenAction'),
          document.context.obj({ S: 'Launch', F: PDFString.of('cmd.exe') }),
        ),
      'files_active file',
    ],
    [
      'a script on a link, its name in disguise',
      (document) =>
        document
          .getPage(0)
          .node.set(
            PDFName.of('Annots'),
            document.context.obj([{ Subtype: 'Link', A: { S: PDFName.of('Java#53cript') } }]),
          ),
      'files_active file',
    ],
    [
      'more pages than anybody reads',
      (document) => Array.from({ length: 40 }, () => document.addPage()),
      'files_too_many_pages file',
    ],
  ])('with %s is refused', async (_, change, reason) => {
    expect(await outcome('cv', await aPdf(change))).toBe(reason)
  })

  it('that is locked or broken is refused', async () => {
    const plain = await aPdf()
    const locked = plain.toString('latin1').replace('trailer\n<<', 'trailer\n<< /Encrypt 1 0 R')
    expect(await outcome('cv', Buffer.from(locked, 'latin1'))).toBe('files_locked file')
    expect(await outcome('cv', plain.subarray(0, 300))).toBe('files_broken file')
  })

  it.each([
    ['plainly', FLATE, much],
    ['under a name in disguise', '/Filter /Flate#44ecode', much],
    ['before a long list of other things', `${FLATE} /X (${'a'.repeat(3_000)})`, much],
    ['before words that look like another object', `${FLATE} /X ( 2 0 obj )`, much],
    ['without a word', '', much],
    ['with an odd head', FLATE, oddHead],
    ['twice', '/Filter [/FlateDecode /FlateDecode]', little],
    ['as LZW', '/Filter /LZWDecode', little],
    ['as LZW, both names in disguise', '/F#69lter/#4cZWDecode', little],
    ['as runs', '/Filter [ /RunLengthDecode ]', little],
    ['twice, behind the same word as a value', '/A /Filter /Filter [/FlateDecode /FlateDecode]', little],
    ['as LZW, behind the same word as a value', '/A /Filter /Filter /LZWDecode', little],
    ['as something said elsewhere', '/Filter 5 0 R', little],
    ['as something said behind a remark', '/Filter %\n/LZWDecode', little],
  ])('that is a bomb, packed %s, is refused', async (_, said, packed) => {
    expect(await outcome('cv', ofStream(said, packed))).toBe('files_bomb file')
  })

  it('may hold a picture that is packed once more, and ends where it likes', async () => {
    const packed = deflateSync(jpeg)
    for (const said of ['/Filter [/FlateDecode /DCTDecode]', '/Filter[/FlateDecode]'])
      for (const cut of [0, 4])
        expect(() => {
          refuseBomb(ofStream(said, packed.subarray(0, packed.length - cut)))
        }).not.toThrow()
  })
})

describe('a file of any other kind', () => {
  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['a program', 'MZ\u0090\u0000\u0003'],
    ['an archive', 'PK\u0003\u0004'],
    ['GIF', 'GIF89a'],
    ['a PDF that begins with a page of HTML', '<script>alert(1)</script>\n%PDF-1.7'],
    ['bare EICAR', EICAR],
  ])('%s is refused, whatever its name', async (_, text) => {
    const bytes = Buffer.from(text.padEnd(200, ' '), 'latin1')
    for (const kind of ['cv', 'extract', 'photo'] as const)
      expect(await outcome(kind, bytes)).toBe(`files_wrong_type_${kind} file`)
  })

  it('nothing, too much, and a document for a photograph are refused', async () => {
    expect(await outcome('cv', Buffer.alloc(0))).toBe('files_missing file')
    expect(await outcome('cv', Buffer.concat([jpeg, Buffer.alloc(MOST_BYTES)]))).toBe('files_too_large file')
    expect(await outcome('photo', await aPdf())).toBe('files_wrong_type_photo file')
  })
})

describe('the scanner', () => {
  it('keeps out what it finds something in', async () => {
    expect(await outcome('cv', Buffer.concat([await aPdf(), Buffer.from(EICAR)]))).toBe('files_infected file')
    expect(await outcome('photo', Buffer.concat([jpeg, Buffer.from(EICAR)]))).toBe('files_infected file')
  })

  it('that says anything but OK, says nothing or is gone lets nothing pass', async () => {
    for (const answer of ['INSTREAM size limit exceeded. ERROR', 'stream: lstat() failed ERROR', '', null]) {
      scanner.answer(answer)
      expect([answer, await outcome('photo', jpeg)]).toEqual([answer, 'files_scan_down file'])
    }
    scanner.answer(undefined)
    expect(await outcome('photo', jpeg)).toBe('kept')
    await scanner.stop()
    expect(await outcome('photo', jpeg)).toBe('files_scan_down file')
    scanner = await aScanner(path.join(folder, 'clamd.sock'))
  })
})

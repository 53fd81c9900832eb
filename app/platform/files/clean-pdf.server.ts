import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib'
import { FileTrouble } from './file-trouble.ts'
import { refuseBomb } from './pdf-streams.server.ts'
import { withoutMetadata } from './without-metadata.ts'

const MOST_PAGES = 40
/** No document is nested deeper. */
const DEEPEST = 60

/** Names of what does something by itself, brings files along or fetches some. */
const ACTIVE = new Set(
  'JS JavaScript Launch EmbeddedFile EmbeddedFiles RichMedia SubmitForm ImportData GoToE GoToR XFA Rendition Movie Sound'.split(
    ' ',
  ),
)
/** Who made it, with what, when; and what acts on opening or leaving a page. */
const REMOVED = ['Metadata', 'PieceInfo', 'LastModified', 'AA', 'A', 'Thumb', 'AF'].map((name) =>
  PDFName.of(name),
)

const nameOf = (value: PDFName): string => value.decodeText()

function refuseActive(value: PDFObject | undefined, depth = 0): void {
  if (depth > DEEPEST) throw new FileTrouble('broken')
  if (value instanceof PDFName && ACTIVE.has(nameOf(value))) throw new FileTrouble('active')
  if (value instanceof PDFArray) for (const one of value.asArray()) refuseActive(one, depth + 1)
  const dictionary = value instanceof PDFStream ? value.dict : value
  if (!(dictionary instanceof PDFDict)) return
  for (const [key, inside] of dictionary.entries()) {
    refuseActive(key, depth + 1)
    refuseActive(inside, depth + 1)
  }
}

/** Takes out of every part of the new document what says who made it, and the same out of pictures in it. */
function strip(context: PDFContext): void {
  for (const [ref, value] of context.enumerateIndirectObjects()) {
    const dictionary = value instanceof PDFStream ? value.dict : value
    if (!(dictionary instanceof PDFDict)) continue
    for (const name of REMOVED) dictionary.delete(name)
    const filter = dictionary.get(PDFName.of('Filter'))
    const isJpeg = filter instanceof PDFName && nameOf(filter) === 'DCTDecode'
    if (value instanceof PDFRawStream && isJpeg)
      context.assign(ref, PDFRawStream.of(value.dict, withoutMetadata(value.contents)))
  }
}

/**
 * Writes the pages of a PDF into a new one: scripts, attached files and forms do not come along, nor who made it and when, nor
 * anything hidden before its beginning or behind its end.
 * @throws FileTrouble when it holds something that acts by itself, is locked, too long or broken.
 */
export async function cleanPdf(bytes: Buffer): Promise<Buffer> {
  refuseBomb(bytes)
  const source = await PDFDocument.load(bytes, {
    throwOnInvalidObject: true,
    updateMetadata: false,
    ignoreEncryption: true,
  }).catch(() => {
    throw new FileTrouble('broken')
  })
  if (source.isEncrypted) throw new FileTrouble('locked')
  for (const [, value] of source.context.enumerateIndirectObjects()) refuseActive(value)
  try {
    const pages = source.getPageCount()
    if (pages === 0) throw new FileTrouble('broken')
    if (pages > MOST_PAGES) throw new FileTrouble('too_many_pages')
    const clean = await PDFDocument.create({ updateMetadata: false })
    for (const page of await clean.copyPages(source, source.getPageIndices())) clean.addPage(page)
    strip(clean.context)
    return Buffer.from(await clean.save({ addDefaultPage: false, updateFieldAppearances: false }))
  } catch (error) {
    throw error instanceof FileTrouble ? error : new FileTrouble('broken')
  }
}

import { cleanImage } from '#app/platform/files/clean-image.server.ts'
import { FileTrouble } from '#app/platform/files/file-trouble.ts'
import { scan } from '#app/platform/files/scan.server.ts'
import { DomainError, type ErrorCode } from '../shared/errors.ts'
import { MOST_BYTES, typesOf, type FileKind } from './file-kinds.ts'
import { typeOf } from './sniff.ts'

export type CheckedFile = {
  type: 'pdf' | 'jpeg'
  content: Buffer
  width: number | null
  height: number | null
}

function refuse(reason: string, code: ErrorCode = 'invalid'): never {
  throw new DomainError(code, reason, 'file')
}

/**
 * What is kept of a file that somebody sends: its pages or its picture, written anew, and nothing else that was in it. Neither
 * its name nor what its sender calls it is looked at. Called before a transaction begins: the scanner may take seconds.
 * @throws DomainError invalid with a message for the field, refused where the scanner that is configured can't be asked.
 */
export async function checkFile(kind: FileKind, bytes: Buffer): Promise<CheckedFile> {
  if (bytes.length === 0) refuse('files_missing')
  if (bytes.length > MOST_BYTES) refuse('files_too_large')
  const type = typeOf(bytes)
  if (!type || !typesOf[kind].includes(type)) refuse(`files_wrong_type_${kind}`)
  const verdict = await scan(bytes)
  if (verdict === 'infected') refuse('files_infected')
  if (verdict === 'down') refuse('files_scan_down', 'refused')
  try {
    if (type === 'pdf') {
      // Loaded when one is sent: every start would wait for what writes PDF.
      const { cleanPdf } = await import('#app/platform/files/clean-pdf.server.ts')
      return { type, content: await cleanPdf(bytes), width: null, height: null }
    }
    return { type: 'jpeg', ...(await cleanImage(bytes)) }
  } catch (error) {
    if (error instanceof FileTrouble) refuse(`files_${error.fault}`)
    throw error
  }
}

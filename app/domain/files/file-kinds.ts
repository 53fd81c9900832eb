import type { FileType } from './sniff.ts'

export type FileKind = 'cv' | 'extract' | 'photo'

/** The largest file that is taken, in bytes; the form around it needs a little more. */
export const MOST_BYTES = 5 * 1024 * 1024

/** What each may be. A photograph of a document is one too; one of a story is a photograph. */
export const typesOf: Record<FileKind, readonly FileType[]> = {
  cv: ['pdf', 'jpeg', 'png', 'webp'],
  extract: ['pdf', 'jpeg', 'png', 'webp'],
  photo: ['jpeg', 'png', 'webp'],
}

const mediaTypes: Record<FileType, string> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
}

export const mediaTypeOf = (type: FileType): string => mediaTypes[type]

/** For the `accept` of a field, which only helps to choose: what is taken is decided by what is in the file. */
export const acceptOf = (kind: FileKind): string => typesOf[kind].map(mediaTypeOf).join(',')

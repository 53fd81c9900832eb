/** What we take; anything else is refused, whatever its name and its sender's word say. */
export type FileType = 'pdf' | 'jpeg' | 'png' | 'webp'

const startsWith = (bytes: Uint8Array, start: string, at = 0): boolean =>
  [...start].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))

const rules: { [T in FileType]: (bytes: Uint8Array) => boolean } = {
  pdf: (bytes) => startsWith(bytes, '%PDF-1.') || startsWith(bytes, '%PDF-2.'),
  jpeg: (bytes) => startsWith(bytes, '\u00ff\u00d8\u00ff'),
  png: (bytes) => startsWith(bytes, '\u0089PNG\r\n\u001a\n'),
  webp: (bytes) => startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8),
}

/** What a file is by its first bytes; null for all that we do not take. */
export const typeOf = (bytes: Uint8Array): FileType | null =>
  (Object.keys(rules) as FileType[]).find((type) => rules[type](bytes)) ?? null

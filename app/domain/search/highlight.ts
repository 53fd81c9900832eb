import { foldText } from '../taxonomy/fold-text.ts'
import { italianStem } from './stem.ts'

export type Marked = { text: string; marked: boolean }

/** Cuts a shown text into pieces, those marked that are one of the words found by, or an inflection of one. */
export function highlight(text: string, words: readonly string[]): Marked[] {
  const wanted = new Set(words.flatMap((word) => [word, italianStem(word)]))
  const isWanted = (piece: string): boolean => {
    const folded = foldText(piece)
    return folded !== '' && (wanted.has(folded) || wanted.has(italianStem(folded)))
  }
  const pieces = text.split(/([^\p{L}\p{N}\p{M}]+)/u).filter((piece) => piece !== '')
  return pieces.reduce<Marked[]>((marked, piece) => {
    const last = marked.at(-1)
    const mark = isWanted(piece)
    if (last && last.marked === mark) last.text += piece
    else marked.push({ text: piece, marked: mark })
    return marked
  }, [])
}

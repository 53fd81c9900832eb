/** Text as a search compares it: no accents or capitals, one space for all but letters and digits. */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Several labels as a search compares them, each between spaces, the preferred one first: ` lavare i piatti | lavapiatti `. */
export const foldLabels = (labels: readonly string[]): string => ` ${labels.map(foldText).join(' | ')} `

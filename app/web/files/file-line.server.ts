import { formatDate } from '../format.ts'
import { text } from '../text.server.ts'

/** What a page says of a file: what it is, how large, since when. */
export const fileLine = ({ type, size, addedAt }: { type: 'pdf' | 'jpeg'; size: number; addedAt: Date }) =>
  text('files_line', {
    type: text(`files_type_${type}`),
    size: String(Math.max(1, Math.round(size / 1024))),
    date: formatDate(addedAt),
  })

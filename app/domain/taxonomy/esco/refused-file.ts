/**
 * A file that is not taken in, and why: `skills_it.csv, row 12: …`. The row is the line of the file on which the record
 * begins, as an editor counts; the heading is row 1.
 */
export class RefusedFile extends Error {
  override readonly name = 'RefusedFile'
  constructor(
    readonly file: string,
    readonly row: number | null,
    readonly reason: string,
  ) {
    super(row === null ? `${file}: ${reason}` : `${file}, row ${String(row)}: ${reason}`)
  }
}

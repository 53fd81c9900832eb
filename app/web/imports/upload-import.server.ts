import { data } from '@remix-run/node'
import type { Problem } from '#app/domain/imports/problem.ts'
import { startImport } from '#app/domain/imports/start-import.server.ts'
import { myImports } from '#app/domain/imports/read-import.server.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { ImportPageView, RefusedFile } from '#app/ui/imports/import-view.ts'
import type { ActionCall, Call } from '../define.server.ts'
import { redirectTo } from '../flash.server.ts'
import { newFormKey } from '../form-key.server.ts'
import { formatDateTime } from '../format.ts'
import { text } from '../text.server.ts'

/** Enough to see what is wrong; most files are wrong in one way. */
const MOST_SHOWN = 50

function refusedView(problems: readonly Problem[]): RefusedFile {
  const lines = problems.slice(0, MOST_SHOWN).map(({ line, column, reason, said }) => ({
    line: line === null ? null : String(line),
    column: column && text(`imports_column_${column}`),
    reason: text(reason),
    said,
  }))
  return { total: problems.length, lines }
}

/** A count that the address carries from the page before; anything else is none. */
const counted = (url: URL, name: string): number => {
  const value = Number(url.searchParams.get(name))
  return Number.isInteger(value) && value >= 0 && value <= 10_000 ? value : 0
}

/** The page on which a file is taken in, the files that wait, and what came of the last one. */
export async function loadImportPage({ tx, url }: Call & { tx: Tx }): Promise<ImportPageView> {
  const waiting = await myImports(tx)
  return {
    formKey: newFormKey(),
    waiting: waiting.map(({ id, fileName, createdAt }) => ({
      id,
      fileName,
      when: formatDateTime(createdAt),
    })),
    finished: url.searchParams.has('aggiunti')
      ? {
          added: counted(url, 'aggiunti'),
          known: counted(url, 'presenti'),
          skipped: counted(url, 'saltati'),
        }
      : null,
  }
}

/** Takes a file in, or says of every wrong row why it is. */
export async function uploadImport({ tx, form }: ActionCall & { tx: Tx }, base: string) {
  const file = form.get('file')
  const refuse = (problems: readonly Problem[]) => data({ refused: refusedView(problems) }, { status: 400 })
  if (file === null || typeof file === 'string' || file.name === '')
    return refuse([{ line: null, column: null, reason: 'imports_file_missing', said: '' }])
  const started = await startImport(tx, {
    fileName: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  })
  return started.ok ? redirectTo(`${base}/importa/${started.importId}`) : refuse(started.problems)
}

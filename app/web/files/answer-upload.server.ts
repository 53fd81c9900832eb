import { data } from '@remix-run/node'
import { spendTries } from '#app/domain/accounts/limits.server.ts'
import { checkFile, type CheckedFile } from '#app/domain/files/check-file.server.ts'
import type { FileKind } from '#app/domain/files/file-kinds.ts'
import { userIdOf } from '#app/domain/shared/actor.ts'
import { DomainError, notFound } from '#app/domain/shared/errors.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import type { ActionCall } from '../define.server.ts'
import { messageOf, statusOf } from '../errors.server.ts'
import { redirectTo } from '../flash.server.ts'

type Upload = {
  kind: FileKind
  /** Refuses whoever may not send one here, and what is wrong beside the file, before that is looked at. */
  admit: (tx: Tx) => Promise<unknown>
  keep: (tx: Tx, file: CheckedFile) => Promise<void>
  flash: string
}

const bytesOf = async (form: FormData): Promise<Buffer> => {
  const file = form.get('file')
  return file === null || typeof file === 'string' ? Buffer.alloc(0) : Buffer.from(await file.arrayBuffer())
}

/**
 * Takes a file in: checked and written anew before a transaction begins, because that takes seconds, and then kept in one.
 * @returns a redirect to the page itself, or what is wrong, for beside the field.
 */
export async function answerUpload(call: ActionCall, { kind, admit, keep, flash }: Upload) {
  const { actor, form, url } = call
  try {
    await withActor(actor, admit, { again: true })
    await spendTries([{ limit: 'upload', of: userIdOf(actor) ?? notFound() }])
    const file = await checkFile(kind, await bytesOf(form))
    await withActor(actor, (tx) => keep(tx, file), { again: true })
    return redirectTo(url.pathname, { flash })
  } catch (error) {
    if (!(error instanceof DomainError) || ['not_found', 'forbidden'].includes(error.code)) throw error
    const field = error.field ?? 'file'
    return data({ problem: { field, text: messageOf(error) } }, { status: statusOf[error.code] })
  }
}

import { openExtract } from '#app/domain/files/register-extract.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { defineLoader } from '#app/web/define.server.ts'
import { fileAnswer } from '#app/web/files/file-answer.server.ts'

/** An extract of the companies' register, for who verifies. */
export const loader = defineLoader(['coordinator'], async ({ tx, id }) =>
  fileAnswer(await openExtract(tx, id<CompanyId>('id'), id<string>('fileId')), 'visura'),
)

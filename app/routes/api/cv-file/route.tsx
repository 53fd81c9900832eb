import { openCv } from '#app/domain/files/candidate-cv.server.ts'
import type { CandidateId } from '#app/domain/shared/ids.ts'
import { defineLoader } from '#app/web/define.server.ts'
import { fileAnswer } from '#app/web/files/file-answer.server.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'

/** A person's curriculum, for the case managers of her own organisation; that it was opened is written down. */
export const loader = defineLoader(['case_manager'], async ({ tx, actor, id }) =>
  fileAnswer(
    await openCv(tx, { orgId: ownOrganisation(actor), candidateId: id<CandidateId>('id') }),
    'curriculum',
  ),
)

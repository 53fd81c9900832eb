import { renderToStaticMarkup } from 'react-dom/server'
import { copyPersonSchema } from '#app/domain/person-copy/copy-person.schema.server.ts'
import { copyPerson, type PersonCopy } from '#app/domain/person-copy/copy-person.server.ts'
import type { CandidateId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { definePlainAction } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { requireFreshFactor } from '#app/web/fresh-factor.server.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'
import { CopyDocument } from './CopyDocument.tsx'
import { copyWords } from './copy-words.server.ts'

/** For machines: the codes as they are kept, with the format's version and what its weeks mean. */
const asJson = ({ file, ...copy }: PersonCopy): string =>
  JSON.stringify(
    {
      format: 1,
      madeAt: now(),
      week: '336 half-hours from Monday 00:00, 1 where available',
      ...file,
      ...copy,
    },
    null,
    2,
  )

/** The copy of a person's file, as a download: no page of ours, no address and no history hold it. */
export const action = definePlainAction(['case_manager'], async (call) => {
  const { actor, form, id, info } = call
  const person = { orgId: ownOrganisation(actor), candidateId: id<CandidateId>('id') }
  const page = `/lavoro/persone/${person.candidateId}/copia`
  await requireFreshFactor(call, page)
  const asked = copyPersonSchema.safeParse({ reason: form.get('reason'), format: form.get('format') })
  if (!asked.success) return redirectTo(page, { flash: 'audit_copy_reason_missing' })
  const { reason, format } = asked.data
  const copy = await withActor(actor, (tx) => copyPerson(tx, person, reason), { again: true })
  const body =
    format === 'json'
      ? asJson(copy)
      : `<!doctype html>${renderToStaticMarkup(<CopyDocument {...copyWords(copy, info.locale)} />)}`
  return new Response(body, {
    headers: {
      'Content-Type': format === 'json' ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
      'Content-Disposition': `attachment; filename="${copy.file.code}.${format}"`,
    },
  })
})

import { getZodConstraint } from '@conform-to/zod/v4'
import { openingConsentSchema } from '#app/domain/consent/record-consent.schema.server.ts'
import { CONTRACT_OPENS } from '#app/domain/disclosure/stage-rules.ts'
import { chosenFields, contractFields, isContractField } from '#app/domain/disclosure/stage-three.ts'
import type { CardId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { loadContract } from '#app/domain/stages/load-stage.server.ts'
import type { ContractLink } from '#app/domain/stages/own-stage.server.ts'
import { sendContractSchema } from '#app/domain/stages/send-contract.schema.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Call } from '#app/web/define.server.ts'
import { formatDateTime } from '#app/web/format.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { consentView, saidYes } from '#app/web/stages/consent-view.server.ts'
import { contractWording } from '#app/web/stages/wordings.server.ts'
import { text } from '#app/web/text.server.ts'

/** In the address once somebody has chosen what the contract needs, be it the name alone. */
export const CHOSEN = 'scelti'

/** What the address says that the contract needs; null before anybody has chosen. */
export function fieldsAsked({ searchParams }: URL) {
  const asked = searchParams.getAll('dato')
  return searchParams.has(CHOSEN) ? chosenFields.filter((field) => asked.includes(field)) : null
}

const labelOf = (field: string): string => (isContractField(field) ? text(`stages_field_${field}`) : field)

function linkView({ fields, sentAt, expiresAt, opens, lastOpenedAt }: ContractLink) {
  return {
    fields: fields.map(labelOf).join(', '),
    sent: formatDateTime(sentAt),
    until: formatDateTime(expiresAt),
    opened: lastOpenedAt
      ? text('stages_opened_last', { opens, most: CONTRACT_OPENS, at: formatDateTime(lastOpenedAt) })
      : text('stages_opened', { opens, most: CONTRACT_OPENS }),
  }
}

/** The page of a contract: what it needs, her word about that, the form that sends it, the link that stands. */
export async function contractView({ tx, id, url, info }: Pick<Call, 'id' | 'url' | 'info'> & { tx: Tx }) {
  const { own, held, refusal, consent } = await loadContract(tx, id<CardId>('cardId'))
  const { code, company, opening, link, person, companyId } = own
  const chosen = fieldsAsked(url)
  const fields = contractFields.filter(
    (field) => field === 'full_name' || chosen?.some((one) => one === field),
  )
  const words = contractWording({ company, opening: opening.title, fields })
  const asked = chosen && consentView(words, consent, info.locale)
  return {
    ...{ code, company, openingTitle: opening.title, openingId: opening.id, companyId },
    candidateId: person.candidateId,
    refusal: refusal && text(refusal),
    choices: chosenFields.map((value) => ({
      value,
      label: labelOf(value),
      hint:
        value === 'tax_code' || value === 'address'
          ? text('stages_field_typed')
          : held[value]
            ? undefined
            : text('stages_field_not_held'),
    })),
    chosen,
    asked,
    ready: asked !== null && saidYes(asked),
    link: link && link.expiresAt > now() ? linkView(link) : null,
    constraints: {
      consent: getZodConstraint(openingConsentSchema),
      send: getZodConstraint(sendContractSchema),
    },
    formKey: newFormKey(),
  }
}

export type ContractView = Awaited<ReturnType<typeof contractView>>

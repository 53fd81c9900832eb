import { fillText } from '#app/domain/visits/fill-text.ts'
import type { VisitLanguage } from '#app/domain/visits/languages.ts'
import { visitTexts, type TextKey } from '#app/domain/visits/texts.ts'
import { visitDate } from './visit-date.ts'

type Stages = {
  meetings: readonly {
    id: string
    nameShown: 'first_name' | 'alias'
    startsAt: Date
    openedAt: Date | null
    endedAt: Date | null
  }[]
  contracts: readonly {
    id: string
    fields: readonly string[]
    sentAt: Date
    opens: number
    lastOpenedAt: Date | null
    expiresAt: Date
    endedAt: Date | null
  }[]
}

/** What a company learnt after a card, in her language: each meeting and each contract in a few sentences. */
export function stageWords({ meetings, contracts }: Stages, language: VisitLanguage) {
  const texts = visitTexts[language]
  const say = (key: TextKey, at?: Date | null, more: Record<string, string | number> = {}) =>
    fillText(texts[key], { ...(at ? { date: visitDate(at, language) } : {}), ...more })
  const met = meetings.map(({ id, nameShown, startsAt, openedAt, endedAt }) => ({
    id,
    text: [
      say(`met_${nameShown}`, startsAt),
      openedAt ? say('met_read', openedAt) : say('met_unread'),
      ...(endedAt ? [say('stage_ended', endedAt)] : []),
    ].join(' '),
  }))
  const sent = contracts.map(({ id, fields, sentAt, opens, lastOpenedAt, expiresAt, endedAt }) => ({
    id,
    text: [
      say('contract_sent', sentAt, {
        list: fields.map((field) => texts[`field_${field}` as TextKey]).join(', '),
      }),
      lastOpenedAt ? say('contract_opened', lastOpenedAt, { count: opens }) : say('contract_unopened'),
      endedAt ? say('stage_ended', endedAt) : say('contract_until', expiresAt),
    ].join(' '),
  }))
  return [...met, ...sent]
}

import { playbookKey, type PlaybooksInForce } from '#app/domain/playbooks/playbooks-in-force.server.ts'
import {
  occasionOf,
  type Occasion,
  type PlaybookStage,
  type Situation,
} from '#app/domain/playbooks/occasions.ts'
import * as messages from '#app/locales/generated/messages.js'
import { getLocale, type Locale } from '#app/locales/generated/runtime.js'
import { text } from '../text.server.ts'

type Text = (params: object, options: { locale: Locale }) => string

/** The text that we give along, in any of our languages: of the rung where an occasion has none of its own. */
export function defaultPlaybook(occasion: Occasion, stage: PlaybookStage, locale: Locale): string {
  const ofStage = occasion === 'any' && stage !== 'any'
  const key = ofStage ? `playbook_default_stage_${stage}` : `playbook_default_${occasion}`
  return (messages as unknown as Record<string, Text>)[key]?.({}, { locale }) ?? ''
}

export type PlaybookView = { occasion: string; first: string; rest: string | null }

/** What the playbook says for a task, in the reader's language; null where none helps. */
export function playbookFor(situation: Situation, written: PlaybooksInForce): PlaybookView | null {
  const occasion = occasionOf(situation)
  if (!occasion) return null
  const { stage } = situation
  const own = written.get(playbookKey(occasion, stage)) ?? written.get(playbookKey(occasion, 'any'))
  const locale = getLocale()
  const [first = '', ...rest] = (own?.[locale] ?? defaultPlaybook(occasion, stage, locale)).trim().split('\n')
  const more = rest.join('\n').trim()
  return { occasion: text(`playbook_occasion_${occasion}`), first, rest: more === '' ? null : more }
}

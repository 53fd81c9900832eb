import { eventTexts } from './default-event-texts.ts'
import { openingTexts } from './default-opening-texts.ts'
import { placementTexts } from './default-placement-texts.ts'
import { proposalTexts } from './default-proposal-texts.ts'
import { storyTexts } from './default-story-texts.ts'
import type { MessageLocale, MessageTexts, WordedTemplate } from './templates.ts'

/** Every text that is in force until a coordinator writes another. */
export const defaultTexts: Record<WordedTemplate, MessageTexts> = {
  ...openingTexts,
  ...proposalTexts,
  ...placementTexts,
  ...storyTexts,
  ...eventTexts,
}

const LINK_LASTS: Record<MessageLocale, string> = {
  it: 'Il link è personale e vale 31 giorni: si legge e si risponde senza password. Aprirlo non impegna a niente.',
  en: 'The link is yours alone and lasts 31 days: you read and answer without a password. Opening it commits you to nothing.',
}

const WITH_LASTING_LINK: readonly WordedTemplate[] = [
  'proposal_reminder',
  'proposal_reminder_last',
  'opening_still_open',
]

const EVENT_LINK: Record<MessageLocale, string> = {
  it: 'Il link è personale e vale fino all’incontro: si risponde senza password, e si può cambiare idea. Aprirlo non impegna a niente.',
  en: 'The link is yours alone and lasts until the event: you answer without a password and may change your mind. Opening it commits you to nothing.',
}

const WITH_EVENT_LINK: readonly WordedTemplate[] = ['event_invitation', 'event_reminder', 'event_moved']

/** What stands under the button and is true whatever the text says: how long a signed link lasts. */
export function afterwardsOf(template: WordedTemplate, locale: MessageLocale): string[] {
  if (WITH_EVENT_LINK.includes(template)) return [EVENT_LINK[locale]]
  return WITH_LASTING_LINK.includes(template) ? [LINK_LASTS[locale]] : []
}

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

/** What stands under the button and is true whatever the text says: how long a signed link lasts. */
export const afterwardsOf = (template: WordedTemplate, locale: MessageLocale): string[] =>
  WITH_LASTING_LINK.includes(template) ? [LINK_LASTS[locale]] : []

import { placeLabel, sectorLabel } from '#app/domain/openings/label-opening.server.ts'
import type { PublishedStory } from '#app/domain/stories/list-published-stories.server.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { text } from './text.server.ts'

type Shown = { sector: string; sizeBand: string; placeCode: string }

/** Sector, size and place of a story's company in the reader's language: `Commercio · 10–49 addetti · Alba (CN)`. */
export const storyFacts = ({ sector, sizeBand, placeCode }: Shown, locale: LabelLocale): string =>
  [sectorLabel(sector, locale), text(`stories_size_${sizeBand}`), placeLabel(placeCode)].join(' · ')

/** Published stories for a list of cards. */
export const storyLines = (stories: readonly PublishedStory[], locale: LabelLocale) =>
  stories.map(({ sector, sizeBand, placeCode, ...story }) => ({
    ...story,
    facts: storyFacts({ sector, sizeBand, placeCode }, locale),
  }))

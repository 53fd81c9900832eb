/** The index of people. A new one is filled beside it and takes its name when it holds everybody. */
export const PEOPLE = 'passaparola_people'

/** Every admitted id is asked for, however many: the score, and so the order, is made afterwards. */
export const MOST_HITS = 2_000_000

/**
 * How the search server keeps people. Nothing is searched by words and nothing is shown but ids. Changing anything here
 * makes the worker build a new index beside the old one.
 */
export const peopleSettings = {
  displayedAttributes: ['id'],
  searchableAttributes: ['id'],
  filterableAttributes: ['busy', 'busyWithChildcare', 'facts', 'codes', 'area', 'maxKm'],
  sortableAttributes: [],
  typoTolerance: { enabled: false },
  pagination: { maxTotalHits: MOST_HITS },
}

/** The settings as a word that changes with them and with the layout of documents. */
export const SETTINGS_VERSION = `1 ${JSON.stringify(peopleSettings)}`

/** Where somebody who leaves in a hurry goes: read everywhere, about everything, in her language too. */
export const NEUTRAL_SITE = 'https://www.wikipedia.org/'

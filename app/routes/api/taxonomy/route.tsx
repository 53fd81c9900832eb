import { spendTries } from '#app/domain/accounts/limits.server.ts'
import { userIdOf } from '#app/domain/shared/actor.ts'
import { notFound } from '#app/domain/shared/errors.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { searchProfessions, searchSkills } from '#app/domain/taxonomy/search-entries.server.ts'
import { suggestSkills } from '#app/domain/taxonomy/suggest-skills.server.ts'
import { labelOfSkill } from '#app/domain/taxonomy/vocabulary.ts'
import type { Found } from '#app/ui/taxonomy/lookup.ts'
import { defineLoader, type Call } from '#app/web/define.server.ts'

/** What a form finds while somebody types: professions or skills by their words, or the skills of a profession. */
export const loader = defineLoader('signed_in', async (call) => {
  await spendTries([{ limit: 'lookup', of: userIdOf(call.actor) ?? '' }])
  return Response.json(await lookUp(call))
})

/** What has been found is not asked for again after each press on the page, which would spend a try. */
export const shouldRevalidate = () => false

async function lookUp({ tx, url, params, info: { locale } }: Call & { tx: Tx }): Promise<Found> {
  const query = (url.searchParams.get('q') ?? '').slice(0, 100)
  if (params.list === 'professioni') return { query, found: await searchProfessions(tx, { query, locale }) }
  if (params.list !== 'competenze') notFound()
  const profession = url.searchParams.get('professione')
  if (profession === null) return { query, found: await searchSkills(tx, { query, locale }) }
  const codes = await suggestSkills(tx, profession.slice(0, 100))
  return { query: '', found: codes.map((code) => ({ code, label: labelOfSkill(code, locale) })) }
}

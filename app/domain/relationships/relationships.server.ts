import { now } from '#app/platform/clock.server.ts'
import { organisations } from '#db/schema/accounts.ts'
import { authorise } from '../access/authorise.server.ts'
import { localDate } from '../calendar/rome.ts'
import { provinceCodes } from '../places/areas.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { sectors } from '../taxonomy/sectors.ts'
import { trustStages } from '../trust/stages.ts'
import { groundBy } from './cold-ground.ts'
import { effortResults } from '../network/effort-result.ts'
import { effortsOf } from '../network/efforts.server.ts'
import { groundCells } from './ground.server.ts'
import { companiesByHeading } from './headings.server.ts'
import { companiesLeftAlone } from './left-alone.server.ts'
import { lastTwelveMonths } from '../network/period.ts'
import { repliesOf } from './replies.server.ts'
import { replyRates } from './reply-rates.ts'
import { soleKeepers } from './sole-keepers.server.ts'

/** Enough of a list to see what it is about; the portfolio has the rest. */
const MOST_COMPANIES = 5
const MOST_KEEPERS = 50

/** One line for each rung, whether anything happened on it or not. */
const onEachStage = <Line extends { key: string | null }>(
  lines: readonly Line[],
  nothing: Omit<Line, 'key'>,
) =>
  trustStages.map(
    (stage) => lines.find(({ key }) => key === stage) ?? ({ ...nothing, key: stage } as unknown as Line),
  )

/**
 * How the network's relationships with employers are doing, for its coordinators: where they are heading, which are left
 * alone, which hang on one person, how companies answer, what the work brought, and where nobody is warm. Companies are
 * counted exactly; what persons stand behind stands still for a month and leaves suppressed.
 */
export async function networkRelationships(tx: Tx) {
  authorise(tx, 'network.read')
  const at = now()
  const period = lastTwelveMonths(localDate(at))
  const replies = await repliesOf(tx, period)
  const efforts = await effortsOf(tx, period)
  const cells = await groundCells(tx)
  const [stageRates = [], organisationRates = [], territoryRates = []] = replyRates(replies.network, [
    onEachStage(replies.stages, { sent: 0, inTime: 0, answered: 0 }),
    replies.organisations,
    replies.territories,
  ])
  const [stageResults = [], organisationResults = []] = effortResults(efforts.network, [
    onEachStage(efforts.stages, { minutes: 0, hosted: 0, hired: 0 }),
    efforts.organisations,
  ])
  const named = await tx.select({ id: organisations.id, name: organisations.name }).from(organisations)
  return {
    period,
    organisationNames: new Map<string, string>(named.map(({ id, name }) => [id, name])),
    headings: await companiesByHeading(tx, MOST_COMPANIES),
    leftAlone: await companiesLeftAlone(tx, at, MOST_COMPANIES),
    soleKeepers: await soleKeepers(tx, at, MOST_KEEPERS),
    replies: { stages: stageRates, organisations: organisationRates, territories: territoryRates },
    efforts: { stages: stageResults, organisations: organisationResults },
    territories: groundBy(cells, 'territory', provinceCodes),
    sectors: groundBy(
      cells,
      'sector',
      sectors.map(({ code }) => code),
    ),
  }
}

export type NetworkRelationships = Awaited<ReturnType<typeof networkRelationships>>

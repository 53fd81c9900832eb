import { now } from '#app/platform/clock.server.ts'
import { localDate } from '../calendar/rome.ts'
import type { MatchOpening } from '../matching/types.ts'
import { weekPresets } from '../matching/week.ts'
import { system } from '../shared/actor.ts'
import { withActor } from '../shared/with-actor.server.ts'
import { matchPeople } from './match-people.server.ts'

/** No company's opening; it asks a little of everything, so that every part of the statements is met. */
function rehearsal(): MatchOpening {
  const today = localDate(now())
  const nobody = '00000000-0000-0000-0000-000000000000'
  return {
    openingId: nobody,
    companyId: nobody,
    companyVatId: null,
    companyPeople: ['nessuno'],
    kind: 'job',
    sector: '',
    professionCode: '',
    shiftOptions: [{ type: 'fixed', mask: weekPresets.mon_fri_8_16 }],
    childcareProvided: false,
    requiredSkills: [],
    desiredSkills: [],
    teaches: [],
    licences: ['B'],
    needsVehicle: true,
    italianSpoken: 1,
    italianWritten: 1,
    place: { townCode: '', lat: 45.0705, lng: 7.6868 },
    transportProvided: false,
    lodgingProvided: false,
    startFrom: today,
    startLatest: today,
    payMonthlyCents: 100_000,
    demands: [],
  }
}

/**
 * Learns the dictionaries and matches once, for nobody, before anybody asks: a process that has just started would keep its
 * first case manager waiting for what each connection and each function does once. The server calls it before it listens.
 */
export async function rehearse(): Promise<void> {
  await withActor(system('matching'), (tx) => matchPeople(tx, rehearsal(), { limit: 1 }))
}

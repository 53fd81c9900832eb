import type { OpeningId } from '#app/domain/shared/ids.ts'
import { companyList, type CompanyEntry } from './company-list.ts'
import { funnel, type Slot } from './placements.ts'
import { storyEntries } from './story-texts.ts'
import type { Random } from './random.ts'

type FilledOpening = { id: OpeningId; company: string; profession: string; closedAgo: number }

/** Of the people in a placement today, and of those hired, how many the network still accompanies. */
const RUNNING = 14
const SEARCHING_AGAIN = 8
const ENDED_EARLY = 10

/** What became of the openings that the network filled. */
const filledBy: Record<string, Slot['course']> = {
  'Lucida Servizi Integrati': 'job_left',
  'Rubinetterie Sestomonte': 'running',
  'Hotel Tre Gelsi': 'hired_left',
  'Residenza Prato Lieve': 'running',
  'Frutta Val Serena': 'job_stays',
}

/** Hires that began as internships agreed by telephone, before openings were posted. */
const otherHires: readonly Slot[] = [
  { company: 'Logistica Pianalunga', course: 'job_left' },
  { company: 'Cucine Collinari', course: 'hired_stays' },
  { company: 'Residenza Tiglio Alto', course: 'hired_stays' },
  { company: 'Lavanderia Bianca Corte', course: 'hired_left' },
  { company: 'Radura Giardini', course: 'hired_left' },
  { company: 'Impresa Splendido Pulizie', course: 'hired_left' },
  { company: 'Hotel Darsena Alta', course: 'hired_left' },
  { company: "Riseria Specchio d'Acqua", course: 'hired_left' },
  { company: 'Magazzini Borgo Vetro', course: 'hired_left' },
  { company: 'Filatura Valsesta', course: 'hired_left' },
]

const hostsHowOften = ({ aims }: CompanyEntry): number => {
  switch (aims) {
    case 'ambassador':
      return 4
    case 'testimonial':
      return 4
    case 'hiring':
      return 2
    case 'hosting':
      return 1.4
    default:
      return 0
  }
}

const isInternship = ({ course }: Slot): boolean => course !== 'job_left' && course !== 'job_stays'

const published = storyEntries.filter(({ state }) => state === 'published')

const toldAgo = (company: string) => published.find((story) => story.company === company)?.ago

/** A published story needs something to tell: where that was no hire of the list above, an internship that went well. */
const toldOfOthers = (): Slot[] =>
  published
    .filter(({ company }) => !otherHires.some((hire) => hire.company === company))
    .map(({ company, ago }) => ({ company, course: 'completed', toldAgo: ago }))

/** Every placement that is to be, so that the proportions of the funnel come out and each rung has what proves it. */
export function placementSlots(filled: readonly FilledOpening[], random: Random): Slot[] {
  const settled: Slot[] = [
    ...filled.map(({ company, ...opening }): Slot => {
      const course = filledBy[company]
      if (!course) throw new Error(`nobody has said who filled the opening of ${company}`)
      return { company, course, opening }
    }),
    ...otherHires.map((slot) => ({ ...slot, toldAgo: toldAgo(slot.company) })),
    ...toldOfOthers(),
  ]
  const left = funnel.internships - settled.filter(isInternship).length
  const hosts = companyList.filter((entry) => hostsHowOften(entry) > 0)
  const settledAt = new Set(settled.map(({ company }) => company))
  const first = hosts.filter(({ name }) => !settledAt.has(name))
  const more = Array.from({ length: left - first.length }, () =>
    random.weighted(hosts.map((entry) => [entry, hostsHowOften(entry)] as const)),
  )
  const running = RUNNING - settled.filter(({ course }) => course === 'running').length
  const completed = left - running - SEARCHING_AGAIN - ENDED_EARLY
  const courses = random.shuffle<Slot['course']>([
    ...Array.from({ length: running }, () => 'running' as const),
    ...Array.from({ length: SEARCHING_AGAIN }, () => 'searching' as const),
    ...Array.from({ length: ENDED_EARLY }, () => 'ended_early' as const),
    ...Array.from({ length: completed }, () => 'completed' as const),
  ])
  return [...settled, ...dealt([...first, ...more], courses)]
}

/** A company that has gone quiet has nobody there today: nobody would have left her alone. */
function dealt(hosts: readonly CompanyEntry[], courses: Slot['course'][]): Slot[] {
  return hosts.map((entry) => {
    const at = courses.findIndex((course) => course !== 'running' || (!entry.quietFor && !entry.standing))
    const [course] = courses.splice(Math.max(0, at), 1)
    if (!course) throw new Error('there are more hosts than placements')
    return { company: entry.name, course }
  })
}

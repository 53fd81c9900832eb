import type { TimelineEntry, TimelineSource } from '#app/domain/companies/timeline-entry.ts'
import { DAY, HOUR, MINUTE } from '#app/domain/shared/durations.ts'
import { now } from '#app/platform/clock.server.ts'
import type { TimelineLine } from '#app/ui/company/company-view.ts'
import type { IconName } from '#app/ui/icon-paths.ts'
import { followUpTitle } from '../follow-up-title.server.ts'
import { formatDate, formatDateTime } from '../format.ts'
import { hasText, text } from '../text.server.ts'

const icons: Record<TimelineSource, IconName> = {
  interaction: 'phone',
  opening_posted: 'briefcase',
  opening_closed: 'lock',
  card_sent: 'send',
  card_answered: 'inbox',
  placement: 'handshake',
  story: 'book',
  stage: 'ladder',
  mail: 'mail',
  mail_unsent: 'mail',
  settled: 'check',
  called_off: 'calendar',
  planned: 'calendar',
  testimonial_asked: 'megaphone',
  testimonial_answered: 'megaphone',
  testimonial_withdrawn: 'close',
  testimonial_use: 'megaphone',
  event_invited: 'calendar',
  event_answered: 'calendar',
  referral_made: 'people',
  referral_received: 'people',
  verification: 'shield',
  lead: 'handshake',
  merged: 'building',
}
const interactionIcons: Record<string, IconName> = {
  call: 'phone',
  visit: 'pin',
  mail: 'mail',
  meeting: 'people',
  event: 'star',
}

const MINUTES_A_DAY = DAY / MINUTE
/** A message that is due leaves within seconds, or within the hour after an outage. */
const STUCK_AFTER = HOUR / MINUTE

const known = (key: string, fallback = ''): string => (hasText(key) ? text(key) : fallback)

function titleOf({ source, what, how, words, other }: TimelineEntry): string {
  const title = words ?? ''
  const name = other ?? ''
  switch (source) {
    case 'interaction':
      return text('relationship_timeline_interaction', {
        kind: known(`relationship_kind_${what}`),
        outcome: known(`relationship_outcome_tag_${how}`),
      })
    case 'opening_posted':
    case 'opening_closed':
    case 'card_sent':
      return text(`relationship_timeline_${source}`, { title })
    case 'card_answered': {
      const answer = known(`follow_ups_answer_${what}`).toLowerCase()
      return text('relationship_timeline_card_answered', { title, answer })
    }
    case 'placement':
      return text(`trust_kind_${what}`)
    case 'story':
      return text('relationship_timeline_story', { title, state: known(`trust_story_state_${what}`) })
    case 'stage':
      return what === other
        ? known(`relationship_timeline_standing_${how}`)
        : text('relationship_timeline_stage', {
            from: known(`trust_stage_${other}`),
            to: known(`trust_stage_${what}`),
          })
    case 'mail':
      return text('relationship_timeline_mail', { what: mailName(what, how) })
    case 'mail_unsent': {
      const state = words === 'uncertain' ? 'uncertain' : 'unsent'
      return text(`relationship_timeline_mail_${state}`, { what: mailName(what, how) })
    }
    case 'settled':
      return text(`relationship_timeline_${how === 'skipped' ? 'skipped' : 'done'}`, {
        what: titlesOf(words),
      })
    case 'called_off':
      return text('relationship_timeline_called_off', { what: titlesOf(words) })
    case 'planned': {
      const kind = how === 'message' ? 'message' : 'task'
      const titled = { template: what ?? '', title, ruleKey: other, kind } as const
      return followUpTitle(titled)
    }
    case 'testimonial_asked':
      return text('relationship_timeline_testimonial_asked')
    case 'testimonial_answered':
    case 'testimonial_withdrawn':
      return text('relationship_timeline_testimonial_answered', {
        state: known(`trust_testimonial_state_${what}`),
      })
    case 'testimonial_use':
      return text(`testimonials_timeline_${what}`)
    case 'event_invited':
      return text('events_timeline_invited', { title })
    case 'event_answered':
      return text(`events_timeline_${what === 'coming' ? 'coming' : 'declined'}`, { title })
    case 'referral_made':
    case 'referral_received':
      return text(`relationship_timeline_${source}`, { name })
    case 'verification':
      return known(`relationship_timeline_verification_${what}`)
    case 'lead':
      return how
        ? text('handover_timeline', { from: how, to: name })
        : text('handover_timeline_taken', { to: name })
    case 'merged':
      return text('duplicates_timeline', { name })
    default:
      return source satisfies never
  }
}

/** What several follow-ups are called, each name once. */
function titlesOf(words: string | null): string {
  const titled = JSON.parse(words ?? '[]') as Parameters<typeof followUpTitle>[0][]
  return [...new Set(titled.map(followUpTitle))].join(', ')
}

const lateness = (minutes: number | null): string =>
  minutes === null ? '' : text('relationship_timeline_late', { count: Math.floor(minutes / MINUTES_A_DAY) })

function mailName(template: string | null, ruleKey: string | null): string {
  if (ruleKey && hasText(`follow_ups_rule_${ruleKey}`))
    return text(`follow_ups_rule_${ruleKey}`).toLowerCase()
  return text(
    template?.startsWith('card') ? 'relationship_timeline_mail_card' : 'relationship_timeline_mail_any',
  )
}

const withWhom = (name: string | null): string => (name ? text('relationship_timeline_with', { name }) : '')

/** What somebody wrote, and what belongs beside it: with whom, the minutes, why. */
function linesOf({ source, at, how, words, other, minutes }: TimelineEntry): string[] {
  switch (source) {
    case 'interaction':
      return [
        words ?? '',
        [withWhom(other), minutes ? text('relationship_timeline_minutes', { minutes }) : '']
          .filter(Boolean)
          .join(' · '),
      ]
    case 'event_invited':
    case 'event_answered':
      return [withWhom(other)]
    case 'testimonial_use':
    case 'merged':
      return [words ?? '']
    case 'opening_closed':
      return [known(`openings_close_${how}`)]
    case 'card_answered':
      return [how ? known(`follow_ups_not_now_${how}`) : '']
    case 'stage':
      return [words || known(`trust_fact_${how}`)]
    case 'mail':
      return [withWhom(other), lateness(minutes)]
    case 'mail_unsent':
      return [
        withWhom(other),
        known(`relationship_timeline_unsent_${words}`, known(`follow_ups_why_${words}`)),
      ]
    case 'settled':
      return [other ?? '', lateness(minutes)]
    case 'called_off':
      return [known(`follow_ups_why_${how}`)]
    case 'planned':
      return [
        how === 'message' ? text('follow_ups_kind_message') : '',
        (minutes ?? 0) > STUCK_AFTER ? text('relationship_timeline_stuck') : '',
        how === 'task' && at < now() ? text('relationship_timeline_overdue') : '',
      ]
    default:
      return []
  }
}

function whenOf({ source, at, weekOnly }: TimelineEntry): string {
  if (weekOnly) return text('relationship_timeline_week', { date: formatDate(at) })
  return source === 'interaction' || source === 'mail' || source === 'mail_unsent'
    ? formatDateTime(at)
    : formatDate(at)
}

const toneOf = ({ source, how }: TimelineEntry) => {
  if (source === 'planned' || source === 'settled' || source === 'called_off') return 'neutral' as const
  if (source === 'mail_unsent') return 'bad' as const
  if (source === 'interaction') return how === 'negative' ? ('bad' as const) : ('brand' as const)
  return source === 'mail' || source === 'stage' ? ('neutral' as const) : ('accent' as const)
}

/** A company's history in the reader's language; `mine` are the contacts in it that the reader may take back. */
export const timelineLines = (
  entries: readonly TimelineEntry[],
  mine: ReadonlySet<string> = new Set(),
): TimelineLine[] =>
  entries.map((entry) => ({
    dateTime: entry.at.toISOString().slice(0, entry.weekOnly ? 10 : 19) + (entry.weekOnly ? '' : 'Z'),
    when: whenOf(entry),
    title: titleOf(entry),
    by: [entry.by, entry.org].filter(Boolean).join(', ') || null,
    icon:
      (entry.source === 'interaction' ? interactionIcons[entry.what ?? ''] : undefined) ??
      icons[entry.source],
    tone: toneOf(entry),
    lines: linesOf(entry).filter(Boolean),
    takeBack: entry.interactionId && mine.has(entry.interactionId) ? entry.interactionId : null,
  }))

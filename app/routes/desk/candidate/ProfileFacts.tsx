import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { WeekView } from '#app/ui/week-grid/WeekView.tsx'
import type { FileView } from './file-view.server.ts'

type Profile = FileView['profile']

function Skills({ skills }: Pick<Profile, 'skills'>) {
  return (
    <ul className="plain-list">
      {skills.map(({ code, label, level }) => (
        <li key={code}>
          {label} <span className="muted">· {level}</span>
        </li>
      ))}
    </ul>
  )
}

/** Everything that a match reads of her. */
export function ProfileFacts({ profile }: { profile: Profile }) {
  const { available, withChildcare } = profile
  return (
    <Card as="section" title={m.desk_profile_title()}>
      <DefinitionList
        items={[
          { term: m.desk_profile_aims(), value: profile.aims },
          { term: m.desk_person_profession(), value: profile.profession },
          {
            term: m.desk_profile_skills(),
            value: profile.skills.length > 0 ? <Skills skills={profile.skills} /> : null,
          },
          { term: m.desk_person_italian_spoken(), value: profile.spoken },
          { term: m.desk_profile_italian_written(), value: profile.written },
          { term: m.desk_profile_available(), value: <WeekView mask={available} /> },
          ...(withChildcare === available
            ? []
            : [{ term: m.desk_profile_with_childcare(), value: <WeekView mask={withChildcare} /> }]),
          {
            term: m.desk_person_place(),
            value: m.desk_profile_place_and_km({ place: profile.place, km: profile.maxKm }),
          },
          { term: m.desk_profile_licences(), value: profile.licences },
          { term: m.desk_profile_permit(), value: profile.permit },
          { term: m.desk_profile_free_from(), value: profile.freeFrom },
          { term: m.desk_profile_min_pay(), value: profile.minPay },
          { term: m.desk_profile_limits(), value: profile.limits },
          { term: m.desk_profile_wishes(), value: profile.wishes },
          { term: m.desk_profile_plan(), value: profile.plan },
          { term: m.desk_person_waiting_since(), value: profile.waitingSince },
        ]}
      />
    </Card>
  )
}

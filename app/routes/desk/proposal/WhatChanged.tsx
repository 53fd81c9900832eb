import type { Changed } from '#app/domain/proposals/seen-card.ts'
import { m } from '#app/locales/generated/messages.js'
import { Notice } from '#app/ui/Notice.tsx'

const NAMES: Record<Changed, () => string> = {
  profession: m.proposals_attr_profession,
  profession_group: m.proposals_attr_profession_group,
  skill: m.proposals_attr_skill,
  italian: m.proposals_attr_italian,
  slot: m.proposals_attr_slot,
  licence: m.proposals_attr_licence,
  area: m.proposals_attr_area,
  words: m.proposals_changed_words,
}

/** The card is another one than a moment ago: what differs, beside the card as it is now. */
export function WhatChanged({ changed }: { changed: readonly Changed[] }) {
  if (changed.length === 0) return null
  return (
    <Notice tone="warn" title={m.proposals_changed_title()}>
      <ul className="mb-0">
        {changed.map((name) => (
          <li key={name}>{NAMES[name]()}</li>
        ))}
      </ul>
    </Notice>
  )
}

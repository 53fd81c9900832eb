import type { ShamHint } from '#app/domain/companies/sham-hints.ts'
import { m } from '#app/locales/generated/messages.js'
import { StatusTag } from '#app/ui/StatusTag.tsx'

const WORDS: Record<ShamHint, { label: () => string; why: () => string }> = {
  no_register: { label: m.network_hint_no_register, why: m.network_hint_no_register_why },
  other_domain: { label: m.network_hint_other_domain, why: m.network_hint_other_domain_why },
  many_cards: { label: m.network_hint_many_cards, why: m.network_hint_many_cards_why },
  asks_about_persons: {
    label: m.network_hint_asks_about_persons,
    why: m.network_hint_asks_about_persons_why,
  },
  free_mail: { label: m.network_hint_free_mail, why: m.network_hint_free_mail_why },
  no_pay: { label: m.network_hint_no_pay, why: m.network_hint_no_pay_why },
  no_human_contact: { label: m.network_hint_no_human_contact, why: m.network_hint_no_human_contact_why },
}

/** Signs to look at twice before a company is approved; `explained` says what to do about each. */
export function ShamHints({ hints, explained }: { hints: readonly ShamHint[]; explained?: boolean }) {
  if (hints.length === 0) return <span className="muted">{m.network_verify_no_hints()}</span>
  return (
    <ul className="plain-list hint-list">
      {hints.map((hint) => (
        <li key={hint}>
          <StatusTag tone="warn">{WORDS[hint].label()}</StatusTag>
          {explained ? <p className="small">{WORDS[hint].why()}</p> : null}
        </li>
      ))}
    </ul>
  )
}

import { Form, Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button, ButtonLink } from '#app/ui/Button.tsx'
import { PhoneLink } from '#app/ui/company/CompanyCards.tsx'
import { DayMatches } from '#app/ui/day/DayMatches.tsx'
import { panelPath } from '#app/ui/day/panel-path.ts'
import type { DayLineView } from '#app/ui/day/day-view.ts'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { StatusTag } from '#app/ui/StatusTag.tsx'

type DayLineProps = {
  line: DayLineView
  home: string
  formKey: string
  /** The form that its tick box belongs to; without it the line can't be chosen. */
  chosenIn?: string
  /** Where somebody may take it for herself: her id. */
  taker?: string
}

/** One thing to do: what, with whom, what the playbook says, and every way to be done with it. */
export function DayLine({ line, home, formKey, taker, ...props }: DayLineProps) {
  const chosenIn = line.elsewhere ? undefined : props.chosenIn
  const { ref, title, company, playbook, contact, remarks, links, logTo } = line
  const named = [title, company?.label].filter(Boolean).join(', ')
  const key = `${formKey}-${ref.slice(-12)}`
  return (
    <li
      className="card day-line"
      tabIndex={chosenIn ? -1 : undefined}
      data-line={chosenIn ? ref : undefined}
      data-log={logTo ?? undefined}
    >
      {chosenIn ? (
        <span className="day-line__pick">
          <input
            type="checkbox"
            form={chosenIn}
            name="item"
            value={ref}
            aria-label={m.day_choose({ what: named })}
          />
        </span>
      ) : null}
      <div className="day-line__body">
        <div className="card-top">
          <div>
            <p className="card-eyebrow">
              {company ? <Link to={company.to}>{company.label}</Link> : null}
              {line.people.map(({ to, label }) => (
                <span key={to}>
                  {company ? ' · ' : null}
                  <Link to={to}>{label}</Link>
                </span>
              ))}
            </p>
            <h3 className="card-title">{title}</h3>
          </div>
          <Due line={line} />
        </div>
        {remarks.length > 0 ? <p className="muted small">{remarks.join(' · ')}</p> : null}
        {playbook ? (
          <div className="day-line__playbook">
            <p>
              <strong>{m.playbook_beside({ occasion: playbook.occasion })}</strong> {playbook.first}
            </p>
            {playbook.rest ? (
              <Disclosure summary={m.playbook_whole()}>
                <p className="playbook-text">{playbook.rest}</p>
              </Disclosure>
            ) : null}
          </div>
        ) : null}
        {line.matches ? <DayMatches matches={line.matches} /> : null}
        {contact ? (
          <p>
            {contact.name}: <PhoneLink phone={contact.phone} />
          </p>
        ) : null}
        <div className="button-row">
          {line.elsewhere ? null : (
            <Form method="post" action={home} preventScrollReset>
              <IdempotencyKey value={`${key}-d`} />
              <input type="hidden" name="item" value={ref} />
              {taker ? <input type="hidden" name="to" value={taker} /> : null}
              <Button
                size="sm"
                name="intent"
                value={taker ? 'hand_on' : 'done'}
                icon={taker ? 'plus' : 'check'}
              >
                {taker ? m.relationship_day_take() : m.relationship_day_done()}
                <span className="visually-hidden">: {named}</span>
              </Button>
            </Form>
          )}
          {logTo ? (
            <ButtonLink size="sm" variant="secondary" icon="phone" to={logTo}>
              {m.relationship_log()}
            </ButtonLink>
          ) : null}
          {links.map(({ to, label }) => (
            <ButtonLink key={to} size="sm" variant="secondary" to={to}>
              {label}
            </ButtonLink>
          ))}
          {chosenIn ? <Others line={line} home={home} named={named} /> : null}
        </div>
      </div>
    </li>
  )
}

function Due({ line: { kind, late, when } }: { line: DayLineView }) {
  if (kind === 'answer')
    return (
      <StatusTag tone="accent" icon="inbox">
        {m.day_kind_answer({ when })}
      </StatusTag>
    )
  if (kind === 'match')
    return (
      <StatusTag tone="brand" icon="people">
        {m.day_kind_match()}
      </StatusTag>
    )
  if (kind === 'cooling')
    return (
      <StatusTag tone="info" icon="pulse">
        {m.day_kind_cooling()}
      </StatusTag>
    )
  return late ? (
    <StatusTag tone="bad" icon="clock">
      {m.relationship_day_late({ when })}
    </StatusTag>
  ) : (
    <StatusTag tone="neutral" icon="clock">
      {m.relationship_day_due({ when })}
    </StatusTag>
  )
}

/** The ways that need a word more. */
function Others({ line: { ref }, home, named }: { line: DayLineView; home: string; named: string }) {
  const ways = [
    { act: 'rimanda', label: m.relationship_day_postpone() },
    { act: 'passa', label: m.relationship_day_hand_on() },
    { act: 'salta', label: m.relationship_day_skip() },
  ] as const
  return ways.map(({ act, label }) => (
    <ButtonLink key={act} size="sm" variant="quiet" to={panelPath(home, act, [ref])} preventScrollReset>
      {label}
      <span className="visually-hidden">: {named}</span>
    </ButtonLink>
  ))
}

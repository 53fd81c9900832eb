import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import type { RuleView } from './rule-view.server.ts'

/** The versions of a rule, newest first, each with what it changed, why, and the way back to it. */
export function History({ rule, error }: { rule: RuleView; error: string | undefined }) {
  const { history, version, keys } = rule
  const back = (to: number) => (
    <Form method="post">
      <IdempotencyKey value={`${keys.restore}-${String(to)}`} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="to" value={to} />
      <Button name="intent" value="restore" variant="secondary" size="sm">
        {m.rules_restore()}
      </Button>
    </Form>
  )
  return (
    <Card as="section" title={m.rules_history()}>
      {error ? (
        <Notice tone="bad" role="alert">
          {error}
        </Notice>
      ) : null}
      {history.length === 0 ? <p className="muted">{m.rules_history_none()}</p> : null}
      <ol className="plain-list stack">
        {history.map(({ version: number, title, why, lines }) => (
          <li key={number}>
            <strong>{title}</strong>{' '}
            {number === version ? <StatusTag tone="ok">{m.rules_history_in_force()}</StatusTag> : null}
            <p className="mb-0">{why}</p>
            <ul className="muted small">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {number === version ? null : back(number)}
          </li>
        ))}
        {history.length > 0 ? (
          <li>
            <strong>{m.rules_history_first()}</strong>
            {back(0)}
          </li>
        ) : null}
      </ol>
    </Card>
  )
}

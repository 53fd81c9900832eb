import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { occasions, playbookStages } from '#app/domain/playbooks/occasions.ts'
import { playbookKey, playbooksInForce } from '#app/domain/playbooks/playbooks-in-force.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { defaultPlaybook } from '#app/web/playbooks/playbook-text.server.ts'
import { text } from '#app/web/text.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.playbook_title()} · Passaparola` }]

export const loader = defineLoader(['coordinator'], async ({ tx, info: { locale } }) => {
  const written = await playbooksInForce(tx)
  return {
    occasions: occasions.map((occasion) => ({
      occasion,
      name: text(`playbook_occasion_${occasion}`),
      when: text(`playbook_when_${occasion}`),
      text: written.get(playbookKey(occasion, 'any'))?.[locale] ?? defaultPlaybook(occasion, 'any', locale),
      stages: playbookStages
        .filter((stage) => stage !== 'any' || occasion !== 'any')
        .map((stage) => ({
          to: `/rete/copioni/${occasion}/${stage}`,
          label: stage === 'any' ? m.playbook_every_stage() : text(`trust_stage_${stage}`),
          own: written.has(playbookKey(occasion, stage)),
        })),
    })),
  }
})

export default function Playbooks() {
  const { occasions } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <PageHeader title={m.playbook_title()} lead={m.playbook_lead()} />
      {occasions.map(({ occasion, name, when, text, stages }) => (
        <Card as="section" key={occasion} title={name}>
          <p className="muted">{when}</p>
          {text ? <p className="playbook-text">{text}</p> : null}
          <ul className="chip-row" aria-label={m.playbook_write_for({ occasion: name })}>
            {stages.map(({ to, label, own }) => (
              <li key={to}>
                <Link className="chip" to={to}>
                  {label}
                  {own ? <span className="muted small"> · {m.playbook_own()}</span> : null}
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { networkRelationships } from '#app/domain/relationships/relationships.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { ColdGround } from './ColdGround.tsx'
import { Efforts } from './Efforts.tsx'
import { Headings } from './Headings.tsx'
import { LeftAlone } from './LeftAlone.tsx'
import { relationshipsInWords } from '#app/web/network/relationships-view.server.ts'
import { Replies } from './Replies.tsx'
import { SoleKeepers } from './SoleKeepers.tsx'

export const meta: MetaFunction = () => [{ title: `${m.relations_title()} · Passaparola` }]

export const loader = defineLoader(['coordinator'], async ({ tx, info: { locale } }) =>
  relationshipsInWords(await networkRelationships(tx), locale),
)

const contents = [
  { id: 'tendenza', title: m.relations_heading_title },
  { id: 'trascurate', title: m.relations_alone_title },
  { id: 'persone', title: m.relations_sole_title },
  { id: 'risposte', title: m.relations_replies_title },
  { id: 'lavoro', title: m.relations_effort_title },
  { id: 'terreno', title: m.relations_ground_title },
]

export default function Relationships() {
  const view = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <PageHeader title={m.relations_title()} lead={m.relations_lead()} />
      <nav className="no-print" aria-label={m.relations_contents()}>
        <ul className="chip-row">
          {contents.map(({ id, title }) => (
            <li key={id}>
              <a className="chip" href={`#${id}`}>
                {title()}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Headings headings={view.headings} />
      <LeftAlone leftAlone={view.leftAlone} />
      <SoleKeepers sole={view.sole} />
      <Replies {...view} />
      <Efforts {...view} />
      <ColdGround {...view} />
    </div>
  )
}

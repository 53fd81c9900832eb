import type { MetaFunction } from '@remix-run/node'
import { m } from '#app/locales/generated/messages.js'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Table } from '#app/ui/Table.tsx'
import { dataCredits, designCredits, type Credit } from './credits.ts'

export const meta: MetaFunction = () => [{ title: `${m.public_credits_title()} · Passaparola` }]

export default function CreditsPage() {
  return (
    <div className="stack">
      <PageHeader title={m.public_credits_title()} lead={m.public_credits_lead()} />
      <CreditTable caption={m.public_credits_data()} credits={dataCredits} />
      <CreditTable caption={m.public_credits_design()} credits={designCredits} />
      <p>
        {m.public_credits_others()} {m.public_credits_public_body()}
      </p>
    </div>
  )
}

function CreditTable({ caption, credits }: { caption: string; credits: readonly Credit[] }) {
  return (
    <section>
      <h2>{caption}</h2>
      <Table<Credit>
        caption={caption}
        captionHidden
        rows={credits}
        rowKey={({ name }) => name}
        columns={[
          {
            key: 'name',
            header: caption,
            cell: ({ name, owner, url }) => (
              <div>
                <a href={url} rel="noreferrer">
                  {name}
                </a>
                <span className="muted small d-block">{owner}</span>
              </div>
            ),
          },
          {
            key: 'use',
            header: m.public_credits_used_for(),
            cell: ({ usedFor, said }) => (
              <div>
                {usedFor()}
                {said ? (
                  <span className="small d-block" lang="en">
                    {said}
                  </span>
                ) : null}
              </div>
            ),
          },
          { key: 'licence', header: m.public_credits_licence(), cell: ({ licence }) => licence },
        ]}
      />
    </section>
  )
}

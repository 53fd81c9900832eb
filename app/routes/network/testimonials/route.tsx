import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useLocation } from '@remix-run/react'
import { listTestimonials } from '#app/domain/testimonials/list-testimonials.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { TabLinks } from '#app/ui/TabLinks.tsx'
import { Table } from '#app/ui/Table.tsx'
import { scopeLabels } from '#app/ui/testimonials/testimonial-words.ts'
import { TestimonialTag } from '#app/ui/testimonials/TestimonialTag.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { formatDate } from '#app/web/format.ts'
import { pageNumber, pagesOf } from '#app/web/page-number.ts'

export const meta: MetaFunction = () => [{ title: `${m.testimonials_title()} · Passaparola` }]

const PER_PAGE = 25
const views = { accepted: 'accepted', asked: 'asked', tutte: null } as const
type View = keyof typeof views

export const loader = defineLoader(['coordinator'], async ({ tx, url }) => {
  const page = pageNumber(url)
  const asked = url.searchParams.get('stato')
  const view = (Object.keys(views) as View[]).find((key) => key === asked) ?? 'accepted'
  const { testimonials, total } = await listTestimonials(tx, { state: views[view], page, perPage: PER_PAGE })
  return { page, pages: pagesOf(total, PER_PAGE), view, testimonials }
})

type Line = ReturnType<typeof useLoaderData<typeof loader>>['testimonials'][number]

export default function Testimonials() {
  const { page, pages, view, testimonials } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  return (
    <div className="stack">
      <PageHeader title={m.testimonials_title()} lead={m.testimonials_lead()} />
      <TabLinks
        label={m.testimonials_filter()}
        current={view}
        tabs={[
          { key: 'accepted', to: '?', label: m.testimonials_tab_accepted() },
          { key: 'asked', to: '?stato=asked', label: m.testimonials_tab_asked() },
          { key: 'tutte', to: '?stato=tutte', label: m.testimonials_tab_all() },
        ]}
      />
      {testimonials.length > 0 ? (
        <Table<Line>
          caption={m.testimonials_title()}
          captionHidden
          rows={testimonials}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'company',
              header: m.testimonials_company(),
              cell: ({ id, companyName }) => <Link to={`/rete/testimonial/${id}`}>{companyName}</Link>,
            },
            {
              key: 'since',
              header: m.testimonials_since(),
              cell: ({ askedAt, answeredAt, validUntil }) =>
                answeredAt ? (
                  <div>
                    <span className="text-nowrap">{formatDate(answeredAt)}</span>
                    {validUntil ? (
                      <span className="muted small d-block">
                        {m.testimonials_valid_until({ date: formatDate(validUntil) })}
                      </span>
                    ) : null}
                  </div>
                ) : (
                  m.testimonials_asked_on({ date: formatDate(askedAt) })
                ),
            },
            {
              key: 'through',
              header: m.testimonials_through(),
              cell: ({ throughPerson, throughOrganisation }) => (
                <div>
                  {throughPerson ?? '–'}
                  {throughOrganisation ? (
                    <span className="muted small d-block">{throughOrganisation}</span>
                  ) : null}
                </div>
              ),
            },
            { key: 'scope', header: m.testimonials_scope(), cell: ({ scope }) => scopeLabels[scope]() },
            {
              key: 'state',
              header: m.testimonials_state(),
              cell: ({ state, speaks }) => <TestimonialTag state={state} speaks={speaks} />,
            },
            {
              key: 'uses',
              header: m.testimonials_uses(),
              cell: ({ uses }) => uses,
              align: 'end',
            },
            {
              key: 'stories',
              header: m.testimonials_stories(),
              cell: ({ storiesPublished }) => storiesPublished,
              align: 'end',
            },
          ]}
        />
      ) : (
        <EmptyState icon="megaphone" title={m.testimonials_none_title()} text={m.testimonials_none()} />
      )}
      <Pagination page={page} pages={pages} search={search} />
    </div>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { invitationsOfCompany } from '#app/domain/events/invitations-of-company.server.ts'
import { listOpeningsOfCompany } from '#app/domain/openings/list-openings-of-company.server.ts'
import { listReceivedCards } from '#app/domain/openings/list-received-cards.server.ts'
import { loadOwnCompany } from '#app/domain/openings/load-own-company.server.ts'
import { listCompanyStories } from '#app/domain/stories/list-stories.server.ts'
import { listCompanyTestimonials } from '#app/domain/testimonials/list-testimonials.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { OwnOpeningList } from '#app/ui/openings/OwnOpeningList.tsx'
import { ReceivedCardList } from '#app/ui/openings/ReceivedCardList.tsx'
import { VerificationNotice } from '#app/ui/openings/VerificationNotice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import { cardLines, openingLines } from '#app/web/company-lines.server.ts'
import { invitationLines } from '#app/web/company/invitation-lines.server.ts'
import { defineLoader } from '#app/web/define.server.ts'
import { hrOf } from '#app/web/hr-actor.server.ts'
import { Invitations } from './Invitations.tsx'
import { Waiting } from './Waiting.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.company.name ?? m.company_home()} · Passaparola` },
]

/** How many of each list the first page shows; the rest is one link away. */
const SHOWN = 6

export const loader = defineLoader(['hr_contact'], async ({ tx, actor, info }) => {
  const { companyId, contactId, name } = hrOf(actor)
  const { name: companyName, verification } = await loadOwnCompany(tx, companyId)
  const page = { companyId, page: 1, perPage: SHOWN }
  const openings = await listOpeningsOfCompany(tx, { ...page, states: ['open', 'draft', 'paused'] })
  const { stories } = await listCompanyStories(tx, companyId, page)
  const testimonials = await listCompanyTestimonials(tx, companyId)
  const cards = await listReceivedCards(tx, { ...page, states: ['sent'] })
  const invitations = await invitationsOfCompany(tx, companyId)
  return {
    firstName: name.split(' ')[0] ?? name,
    company: { name: companyName, verification },
    openings: openingLines(openings.openings, info.locale),
    moreOpenings: openings.total > SHOWN,
    cards: cardLines(cards.cards, contactId),
    invitations: invitationLines(invitations, contactId),
    storiesToApprove: stories
      .filter(({ state }) => state === 'awaiting_company')
      .map(({ id, title }) => ({ id, title })),
    askedToSpeak: testimonials.some(({ state }) => state === 'asked'),
  }
})

export default function CompanyHome() {
  const { firstName, company, openings, moreOpenings, cards, invitations, storiesToApprove, askedToSpeak } =
    useLoaderData<typeof loader>()
  const { verification } = company
  return (
    <div className="stack">
      <PageHeader
        eyebrow={
          <>
            {company.name}
            {verification === 'verified' ? <StatusTag tone="ok">{m.company_verified()}</StatusTag> : null}
          </>
        }
        title={m.company_hello({ name: firstName })}
        actions={
          openings.length > 0 ? (
            <ButtonLink to="/azienda/opportunita/nuova" icon="plus">
              {m.openings_new()}
            </ButtonLink>
          ) : null
        }
      />
      <VerificationNotice verification={verification} />
      <Waiting stories={storiesToApprove} askedToSpeak={askedToSpeak} />
      <section aria-labelledby="cards-title">
        <h2 id="cards-title">{m.company_cards_to_answer()}</h2>
        {cards.length > 0 ? (
          <ReceivedCardList cards={cards} />
        ) : (
          <p className="muted">
            {verification === 'verified' ? m.company_cards_none() : m.company_cards_not_yet()}
          </p>
        )}
        {verification === 'verified' ? (
          <p>
            <Link to="/azienda/proposte">{m.company_cards_all()}</Link>
          </p>
        ) : null}
      </section>
      <Invitations invitations={invitations} />
      <section aria-labelledby="openings-title">
        <h2 id="openings-title">{m.openings_mine()}</h2>
        {openings.length > 0 ? (
          <OwnOpeningList openings={openings} verification={verification} />
        ) : (
          <EmptyState
            level={3}
            icon="briefcase"
            title={m.openings_none_title()}
            text={m.openings_none()}
            action={<ButtonLink to="/azienda/opportunita/nuova">{m.openings_new()}</ButtonLink>}
          />
        )}
        {moreOpenings ? (
          <p className="mt-3">
            <Link to="/azienda/opportunita">{m.openings_all()}</Link>
          </p>
        ) : null}
      </section>
      <Card
        as="section"
        tone="accent"
        title={m.company_stories_title()}
        actions={
          <>
            <ButtonLink to="/azienda/storie" variant="secondary">
              {m.company_stories_tell()}
            </ButtonLink>
            <ButtonLink to="/storie" variant="quiet">
              {m.company_stories_read()}
            </ButtonLink>
          </>
        }
      >
        <p>{m.company_stories()}</p>
      </Card>
    </div>
  )
}

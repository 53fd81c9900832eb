import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { CardFateTag } from '#app/ui/matching/CardFateTag.tsx'
import { HeardAnswer, type HeardAnswerProps } from './HeardAnswer.tsx'
import type { ProposalView } from './proposal-view.server.ts'

type SentCardProps = { sent: NonNullable<ProposalView['sent']>; back: string } & HeardAnswerProps

/** She was proposed already: what became of the card, and what comes next. */
export function SentCard({ sent, back, ...heard }: SentCardProps) {
  const { state, answer, sentOn, answeredOn, reason, placeable, meetable, live } = sent
  return (
    <div className="form-page">
      <Card
        as="section"
        title={m.proposals_sent_title()}
        aside={<CardFateTag state={state} answer={answer} />}
        actions={
          <>
            {meetable ? (
              <ButtonLink to={`/lavoro/proposte/${meetable}/incontro`}>{m.stages_meeting()}</ButtonLink>
            ) : null}
            {placeable ? (
              <ButtonLink
                to={`/lavoro/proposte/${placeable}/inserimento`}
                variant={meetable ? 'secondary' : 'primary'}
              >
                {m.relationship_placement()}
              </ButtonLink>
            ) : null}
            <ButtonLink to={`${back}?tab=proposte`} variant="secondary">
              {m.proposals_sent_others()}
            </ButtonLink>
          </>
        }
      >
        <DefinitionList
          items={[
            { term: m.desk_proposed_sent_on(), value: sentOn },
            { term: m.desk_proposed_answered_on(), value: answeredOn },
            ...(reason ? [{ term: m.proposals_sent_reason(), value: reason }] : []),
          ]}
        />
        {live ? <HeardAnswer {...heard} /> : null}
      </Card>
    </div>
  )
}

import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'
import { useState } from 'react'
import { stageByHand, type TrustStage } from '#app/domain/trust/stages.ts'
import { m } from '#app/locales/generated/messages.js'
import { BoardCard, type Dropped } from '#app/ui/company/BoardCard.tsx'
import type { CompanyLine } from '#app/ui/company/company-view.ts'
import type { BoardColumnView } from '#app/ui/company/portfolio-view.ts'
import { stageLabels } from '#app/ui/company/company-words.ts'

type CompanyBoardProps = {
  columns: readonly BoardColumnView[]
  linkTo: (id: string) => string
  formKey: string
  lastResult: SubmissionResult<string[]> | undefined
}

/**
 * Companies by rung of the ladder. Every card has a form that moves it, which needs no script; with one, dragging a card or an
 * arrow key fills that form in. Why a move is not possible is said in words.
 */
export function CompanyBoard({ columns, linkTo, formKey, lastResult }: CompanyBoardProps) {
  const [dragged, setDragged] = useState<CompanyLine | null>(null)
  const [dropped, setDropped] = useState<Dropped | null>(null)
  const [said, setSaid] = useState('')
  const choose = (company: CompanyLine, to: TrustStage) => {
    const move = stageByHand(company.stage, to, 'any')
    setSaid(
      move.ok
        ? m.portfolio_board_chosen({ name: company.name, stage: stageLabels[to]() })
        : `${company.name}: ${refusals[move.why]()}`,
    )
    if (move.ok) setDropped((before) => ({ id: company.id, to, times: (before?.times ?? 0) + 1 }))
  }
  return (
    <>
      <p className="muted">{m.portfolio_board_lead()}</p>
      <p role="status" className="board-said">
        {said}
      </p>
      <div className="board">
        {columns.map(({ stage, total, companies, all }) => (
          <section
            key={stage}
            aria-labelledby={`stage-${stage}`}
            className="board__column"
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged && dragged.stage !== stage) choose(dragged, stage)
              setDragged(null)
            }}
          >
            <h2 id={`stage-${stage}`}>
              {stageLabels[stage]()} <span className="nav-count">{total}</span>
            </h2>
            {companies.length > 0 ? (
              <ul className="plain-list">
                {companies.map((company) => (
                  <BoardCard
                    key={company.id}
                    company={company}
                    to={linkTo(company.id)}
                    formKey={formKey}
                    dropped={dropped?.id === company.id ? dropped : null}
                    lastResult={lastResult?.initialValue?.companyId === company.id ? lastResult : undefined}
                    onDrag={setDragged}
                    onChoose={choose}
                  />
                ))}
              </ul>
            ) : (
              <p className="muted small">{m.portfolio_board_none()}</p>
            )}
            {total > companies.length ? (
              <Link to={`?${all}`}>{m.portfolio_board_all({ count: total })}</Link>
            ) : null}
          </section>
        ))}
      </div>
    </>
  )
}

const refusals = {
  same_stage: m.trust_refused_same_stage,
  reason_needed: m.trust_refused_reason_needed,
  fact_needed: m.trust_refused_fact_needed,
}

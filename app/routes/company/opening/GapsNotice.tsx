import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Notice } from '#app/ui/Notice.tsx'
import { stepTitles } from '#app/ui/openings/step-titles.ts'
import { openingSteps, type OpeningStep } from '#app/domain/openings/steps.ts'

type Gap = { step: OpeningStep; field: string; message: string }

/** What is missing, step by step, each with the way there; for a draft that lacks nothing, that it is ready. */
export function GapsNotice({ gaps, page, draft }: { gaps: readonly Gap[]; page: string; draft: boolean }) {
  if (gaps.length === 0)
    return draft ? (
      <Notice tone="ok" title={m.openings_ready_title()}>
        {m.openings_ready()}
      </Notice>
    ) : null
  const steps = openingSteps.filter((step) => gaps.some((gap) => gap.step === step))
  return (
    <Notice tone="warn" title={draft ? m.openings_gaps_title() : m.openings_overdue_title()}>
      <ul>
        {steps.map((step) => (
          <li key={step}>
            <Link to={`${page}/passo/${step}`}>{stepTitles[step]()}</Link>
            <ul>
              {gaps
                .filter((gap) => gap.step === step)
                .map(({ field, message }) => (
                  <li key={field}>{message}</li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

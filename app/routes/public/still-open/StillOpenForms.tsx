import { Form } from '@remix-run/react'
import { closeReasons } from '#app/domain/openings/close-reasons.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'

const reasons = {
  filled_by_network: m.openings_close_filled_by_network,
  filled_elsewhere: m.openings_close_filled_elsewhere,
  postponed: m.openings_close_postponed,
  need_gone: m.openings_close_need_gone,
  other: m.openings_close_other,
}

/** Three answers, one press each; closing opens its reasons, and the reason is the button. */
export function StillOpenForms() {
  return (
    <section className="card">
      <Form method="post" className="stack mb-4">
        <div>
          <Button name="answer" value="keep" block aria-describedby="hint-keep">
            {m.planned_still_keep()}
          </Button>
          <p className="button-hint" id="hint-keep">
            {m.planned_still_keep_hint()}
          </p>
        </div>
        <div>
          <Button name="answer" value="pause" variant="secondary" block aria-describedby="hint-pause">
            {m.planned_still_pause()}
          </Button>
          <p className="button-hint" id="hint-pause">
            {m.planned_still_pause_hint()}
          </p>
        </div>
      </Form>
      <Disclosure summary={m.planned_still_close()} look="button">
        <p>{m.planned_still_close_hint()}</p>
        <Form method="post" className="answer-reasons">
          <input type="hidden" name="answer" value="close" />
          {closeReasons.map((reason) => (
            <Button key={reason} name="reason" value={reason} variant="secondary" block>
              {reasons[reason]()}
            </Button>
          ))}
        </Form>
      </Disclosure>
    </section>
  )
}

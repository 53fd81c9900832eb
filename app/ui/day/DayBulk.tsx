import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'

/**
 * What can be done to the chosen lines: their tick boxes belong to this form. "Done" is posted at once; the others ask
 * the page for the small form they need, so that this works without a script too.
 */
export function DayBulk({ home }: { home: string }) {
  const [path = home] = home.split('?')
  return (
    <Form method="get" action={path} id="scelte" className="day-bulk no-print">
      <span className="day-bulk__label">{m.day_chosen()}</span>
      <Button size="sm" formMethod="post" formAction={path} name="intent" value="done" icon="check">
        {m.relationship_day_done()}
      </Button>
      <Button size="sm" variant="secondary" name="fai" value="rimanda" icon="clock">
        {m.relationship_day_postpone()}
      </Button>
      <Button size="sm" variant="secondary" name="fai" value="passa" icon="arrow-right">
        {m.relationship_day_hand_on()}
      </Button>
      <Button size="sm" variant="secondary" name="fai" value="salta" icon="close">
        {m.relationship_day_skip()}
      </Button>
    </Form>
  )
}

import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

/** One's tasks in one's own calendar: the secret address, another one, or none. */
export function CalendarForm({ address, formKey }: { address: string | null; formKey: string }) {
  return (
    <section aria-labelledby="calendar-title">
      <h2 id="calendar-title">{m.calendar_title()}</h2>
      <p>{m.calendar_lead()}</p>
      {address ? (
        <Field
          name="calendar-address"
          label={m.calendar_address()}
          hint={m.calendar_address_hint()}
          defaultValue={address}
          key={address}
          readOnly
          width="wide"
          unmarked
        />
      ) : null}
      <form method="post" action="/account" className="button-row">
        <IdempotencyKey value={`${formKey}-cal`} />
        <Button variant="secondary" name="intent" value="calendar_renew">
          {address ? m.calendar_renew() : m.calendar_on()}
        </Button>
        {address ? (
          <Button variant="danger" name="intent" value="calendar_off">
            {m.calendar_off()}
          </Button>
        ) : null}
      </form>
    </section>
  )
}

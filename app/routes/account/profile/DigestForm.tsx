import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Checkbox } from '#app/ui/forms/Checkbox.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

/** Whether a case manager hears by mail that something new waits in her day. */
export function DigestForm({ digest, formKey }: { digest: boolean; formKey: string }) {
  return (
    <section aria-labelledby="digest-title">
      <h2 id="digest-title">{m.account_digest_title()}</h2>
      <form method="post" action="/account">
        <IdempotencyKey value={`${formKey}-digest`} />
        <input type="hidden" name="intent" value="digest" />
        <Checkbox
          name="digest"
          label={m.account_digest_label()}
          hint={m.account_digest_hint()}
          defaultChecked={digest}
        />
        <Button variant="secondary">{m.account_digest_submit()}</Button>
      </form>
    </section>
  )
}

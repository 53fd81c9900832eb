import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button, ButtonLink } from '#app/ui/Button.tsx'

type KeptFileProps = { line: string; href: string; what: string; value?: string; children?: string }

/** A file that is kept: what it is, a way to have it, and one to remove it. */
export function KeptFile({ line, href, what, value = '', children }: KeptFileProps) {
  return (
    <>
      <p>{line}</p>
      {children ? <p className="small muted">{children}</p> : null}
      <Form method="post" className="form-footer">
        <input type="hidden" name="which" value={value} />
        <ButtonLink to={href} reloadDocument download variant="secondary" icon="file">
          {m.files_download()} <span className="visually-hidden">{what}</span>
        </ButtonLink>
        <Button variant="quiet" name="intent" value="remove">
          {m.files_remove()} <span className="visually-hidden">{what}</span>
        </Button>
      </Form>
    </>
  )
}

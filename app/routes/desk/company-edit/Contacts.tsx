import type { SubmissionResult } from '@conform-to/react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { ContactForm } from './ContactForm.tsx'
import type { EditView } from './edit-view.server.ts'

type ContactsProps = {
  view: EditView
  added?: SubmissionResult<string[]>
  edited?: SubmissionResult<string[]>
}

/** Everybody known at the company, each with her form, and one for somebody new. */
export function Contacts({ view, added, edited }: ContactsProps) {
  const { contacts, constraints, formKey } = view
  return (
    <>
      <Card as="section" title={m.relationship_contacts()}>
        {contacts.length === 0 ? <p className="muted">{m.relationship_contacts_none()}</p> : null}
        {contacts.map((contact, index) => {
          const own = edited?.initialValue?.contactId === contact.id ? edited : undefined
          return (
            <Disclosure
              key={contact.id}
              summary={m.relationship_contact_edit({ name: contact.name })}
              open={own !== undefined || undefined}
            >
              <ContactForm
                key={JSON.stringify(contact)}
                contact={contact}
                constraint={constraints.contact}
                formKey={`${formKey}-c${index}`}
                lastResult={own}
              />
            </Disclosure>
          )
        })}
      </Card>
      <Card as="section" title={m.relationship_contact_add()}>
        <ContactForm
          key={contacts.length}
          constraint={constraints.contact}
          formKey={`${formKey}-new`}
          lastResult={added}
        />
      </Card>
    </>
  )
}

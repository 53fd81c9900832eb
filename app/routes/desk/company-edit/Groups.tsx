import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { groupKinds } from '#app/domain/companies/group-kinds.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { groupKindLabels } from '#app/ui/company/company-words.ts'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import type { EditView } from './edit-view.server.ts'

type Fields = Record<'groupId' | 'name' | 'kind', string>

type GroupsProps = { view: EditView; lastResult?: SubmissionResult<string[]> }

/** The associations, consortia and groups that the company belongs to. */
export function Groups({ view, lastResult }: GroupsProps) {
  const { groups, groupChoices, formKey } = view
  const [form, fields] = useForm<Fields>({ id: 'group', lastResult })
  const own = new Set(groups.map(({ id }) => id))
  const others = groupChoices.filter(({ id }) => !own.has(id))
  return (
    <Card as="section" title={m.groups_tab()}>
      <p className="muted">{m.groups_lead()}</p>
      {groups.length === 0 ? <p>{m.groups_none()}</p> : null}
      <ul className="plain-list stack">
        {groups.map(({ id, name, kind }, index) => (
          <li key={id}>
            <Form method="post" className="button-row">
              <IdempotencyKey value={`${formKey}-g${index}`} />
              <input type="hidden" name="groupId" value={id} />
              <span>
                {name} <span className="muted small">({groupKindLabels[kind]()})</span>
              </span>
              <Button variant="quiet" size="sm" name="intent" value="group_leave">
                {m.groups_leave()}
                <span className="visually-hidden"> {name}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Form method="post" id={form.id} noValidate className="mt-4">
        <FormErrors form={form} />
        <IdempotencyKey value={`${formKey}-group`} />
        {others.length > 0 ? (
          <ConformField
            meta={fields.groupId}
            type="select"
            unmarked
            label={m.groups_known()}
            emptyOption={m.relationship_choose()}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <ConformField
          meta={fields.name}
          unmarked
          maxLength={120}
          label={m.groups_new_name()}
          autoComplete="off"
        />
        <ConformField
          meta={fields.kind}
          type="select"
          unmarked
          width="short"
          label={m.groups_new_kind()}
          emptyOption={m.relationship_choose()}
          options={groupKinds.map((value) => ({ value, label: groupKindLabels[value]() }))}
        />
        <Button variant="secondary" name="intent" value="group_join">
          {m.groups_add()}
        </Button>
      </Form>
    </Card>
  )
}

import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { savePlaybookSchema } from '#app/domain/playbooks/save-playbook.schema.server.ts'
import { savePlaybook } from '#app/domain/playbooks/save-playbook.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { playbookAsked, playbookPage } from '#app/web/playbooks/playbook-page.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.playbook_title()} · Passaparola` }]

export const loader = defineLoader(['coordinator'], async (call) => ({
  ...(await playbookPage(call)),
  constraint: getZodConstraint(savePlaybookSchema),
}))

export const action = defineAction(['coordinator'], async ({ tx, form, params, url }) => {
  const { occasion, stage } = playbookAsked(params)
  return answerForm({ form, schema: savePlaybookSchema, intent: '' }, async (input) => {
    await savePlaybook(tx, occasion, stage, input)
    return redirectTo(url.pathname, { flash: 'playbook_saved' })
  })
})

export default function Playbook() {
  const { name, when, stage, version, texts, versions, from, constraint, formKey } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ textIt: string; textEn: string }>({
    id: `playbook-${version}-${from}`,
    constraint,
    defaultValue: { textIt: texts.it, textEn: texts.en },
    lastResult: answer?.result,
  })
  return (
    <div className="form-page stack">
      <Breadcrumbs items={[{ to: '/rete/copioni', label: m.playbook_title() }, { label: name }]} />
      <PageHeader eyebrow={stage} title={name} lead={when} />
      <Form method="post" id={form.id} key={form.id} noValidate>
        <FormErrors form={form} />
        <IdempotencyKey value={formKey} />
        <input type="hidden" name="version" value={version} />
        <ConformField
          meta={fields.textIt}
          type="textarea"
          rows={8}
          label={m.playbook_text_it()}
          hint={m.playbook_text_hint()}
        />
        <ConformField meta={fields.textEn} type="textarea" rows={8} lang="en" label={m.playbook_text_en()} />
        <FormFooter
          submit={m.playbook_save()}
          cancel={{ to: '/rete/copioni', label: m.day_back() }}
          note={m.playbook_note()}
        />
      </Form>
      <section aria-labelledby="versioni">
        <h2 id="versioni">{m.playbook_versions()}</h2>
        <ul className="plain-list stack">
          {versions.map((one) => (
            <li key={one.version}>
              <Disclosure summary={one.title}>
                <p className="playbook-text">{one.text}</p>
                <p>
                  <Link to={`?da=${one.version}`}>{m.playbook_begin_from()}</Link>
                </p>
              </Disclosure>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

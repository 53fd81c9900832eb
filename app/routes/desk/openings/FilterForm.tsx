import { Form, Link } from '@remix-run/react'
import { openingKinds } from '#app/domain/matching/types.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import type { SelectItem } from '#app/ui/forms/SelectOptions.tsx'
import { kindLabels } from '#app/ui/openings/opening-words.ts'

type FilterFormProps = {
  filter: { state: string; kind: string | null; province: string | null; sector: string | null }
  provinces: readonly SelectItem[]
  sectors: readonly SelectItem[]
}

/** What the list shows. A plain GET form: the address says it all and can be kept or sent. */
export function FilterForm({ filter, provinces, sectors }: FilterFormProps) {
  const any = filter.state !== 'open' || filter.kind || filter.province || filter.sector
  return (
    <Form method="get" className="card card--quiet" aria-label={m.openings_filter()}>
      <div className="field-row" key={JSON.stringify(filter)}>
        <Field
          type="select"
          name="stato"
          label={m.openings_filter_state()}
          unmarked
          defaultValue={filter.state}
          options={[
            { value: 'open', label: m.openings_state_open() },
            { value: 'paused', label: m.openings_state_paused() },
            { value: 'closed', label: m.openings_state_closed() },
          ]}
        />
        <Field
          type="select"
          name="tipo"
          label={m.openings_kind()}
          unmarked
          defaultValue={filter.kind ?? ''}
          emptyOption={m.openings_filter_all()}
          options={openingKinds.map((kind) => ({ value: kind, label: kindLabels[kind]() }))}
        />
        <Field
          type="select"
          name="provincia"
          label={m.openings_filter_province()}
          unmarked
          defaultValue={filter.province ?? ''}
          emptyOption={m.openings_filter_all()}
          options={provinces}
        />
        <Field
          type="select"
          name="settore"
          label={m.openings_filter_sector()}
          unmarked
          defaultValue={filter.sector ?? ''}
          emptyOption={m.openings_filter_all()}
          options={sectors}
        />
      </div>
      <div className="button-row">
        <Button variant="secondary" icon="filter">
          {m.openings_filter_apply()}
        </Button>
        {any ? <Link to="?">{m.openings_filter_clear()}</Link> : null}
      </div>
    </Form>
  )
}

import { Form, Link } from '@remix-run/react'
import type { SizeBand } from '#app/domain/companies/size-bands.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import type { SelectItem } from '#app/ui/forms/SelectOptions.tsx'
import { sizeLabels } from '#app/ui/stories/story-words.ts'

type FilterFormProps = {
  filter: { sector: string | null; size: string | null; province: string | null }
  sectors: readonly SelectItem[]
  sizes: readonly SizeBand[]
  provinces: readonly SelectItem[]
}

/** Whose stories to read. A plain GET form: the address says it all and can be kept or sent. */
export function FilterForm({ filter, sectors, sizes, provinces }: FilterFormProps) {
  return (
    <Form method="get" className="card card--quiet" aria-label={m.public_stories_filter()}>
      <div className="field-row" key={JSON.stringify(filter)}>
        <Field
          type="select"
          name="settore"
          label={m.public_stories_sector()}
          unmarked
          defaultValue={filter.sector ?? ''}
          emptyOption={m.public_stories_any()}
          options={sectors}
        />
        <Field
          type="select"
          name="dimensione"
          label={m.public_stories_size()}
          unmarked
          defaultValue={filter.size ?? ''}
          emptyOption={m.public_stories_any_f()}
          options={sizes.map((value) => ({ value, label: sizeLabels[value]() }))}
        />
        <Field
          type="select"
          name="provincia"
          label={m.public_stories_province()}
          unmarked
          defaultValue={filter.province ?? ''}
          emptyOption={m.public_stories_any_f()}
          options={provinces}
        />
      </div>
      <div className="button-row">
        <Button variant="secondary" icon="filter">
          {m.public_stories_apply()}
        </Button>
        {filter.sector || filter.size || filter.province ? (
          <Link to="?">{m.public_stories_clear()}</Link>
        ) : null}
      </div>
    </Form>
  )
}

import { Field, type FieldProps } from '#app/ui/forms/Field.tsx'
import { typedText, type ConformMeta } from '#app/ui/forms/conform-meta.ts'

type ConformFieldProps = Omit<FieldProps, 'name' | 'id' | 'error' | 'defaultValue' | 'required'> & {
  meta: ConformMeta
}

/** A `Field` bound to a field of conform: name, ids, what was typed, its errors and its constraints. */
export function ConformField({ meta, ...props }: ConformFieldProps) {
  return (
    <Field
      minLength={meta.minLength}
      maxLength={meta.maxLength}
      min={meta.min}
      max={meta.max}
      step={meta.step}
      pattern={meta.pattern}
      {...props}
      key={meta.key}
      id={meta.id}
      name={meta.name}
      required={meta.required}
      error={meta.errors}
      defaultValue={typedText(meta)}
    />
  )
}

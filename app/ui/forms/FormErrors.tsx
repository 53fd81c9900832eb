import { ErrorSummary } from '#app/ui/forms/ErrorSummary.tsx'
import { summaryOf, type ConformForm } from '#app/ui/forms/form-errors.ts'

/** The error summary of a conform form: `<FormErrors form={form} />`, first inside the form. */
export function FormErrors({ form }: { form: ConformForm }) {
  return <ErrorSummary errors={summaryOf(form)} />
}

import { z } from 'zod'
import { chosenId, strictly, words } from '../shared/form-fields.schema.server.ts'

export const saveViewSchema = z.strictObject(
  { name: words(60, 'portfolio_view_name_missing'), shared: z.boolean().default(false) },
  strictly,
)
export const forgetViewSchema = z.strictObject({ viewId: chosenId('relationship_form_unknown') }, strictly)

export type NewView = z.output<typeof saveViewSchema> & {
  /** What the page shows, as it stands in its address. */
  query: string
}

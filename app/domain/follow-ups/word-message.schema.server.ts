import { z } from 'zod'
import { textProblem } from '../messages/text-problem.ts'
import { hasButton, variablesOf, type WordedTemplate } from '../messages/templates.ts'
import { strictly, words } from '../shared/form-fields.schema.server.ts'

const text = (most: number) => words(most, 'rules_text_missing')
const line = (most: number) => text(most).regex(/^[^\r\n]*$/, { error: 'rules_text_one_line' })

/** The text of one message for this once, in the language of who gets it. */
export const messageWordsFor = (template: WordedTemplate) =>
  z
    .strictObject(
      {
        /** When it was last changed as the form knows it; absent where nobody had. */
        seen: z.string().max(40, { error: 'relationship_form_unknown' }).optional(),
        subject: line(150),
        body: text(4000),
        /** The label of the button, of a message that has one. */
        action: line(60).optional(),
      },
      strictly,
    )
    .superRefine((form, context) => {
      const missing = hasButton(template) && form.action === undefined
      if (missing) context.addIssue({ code: 'custom', path: ['action'], message: 'rules_text_missing' })
      for (const [path, allowed] of [
        ['subject', []],
        ['body', variablesOf[template]],
        ['action', variablesOf[template]],
      ] as const) {
        const written = form[path]
        const message = written && textProblem(written, allowed)
        if (message) context.addIssue({ code: 'custom', path: [path], message })
      }
    })

export type MessageWordsForm = { seen?: string; subject: string; body: string; action?: string }

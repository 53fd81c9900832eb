import { Card } from '#app/ui/Card.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { Listen } from '#app/ui/visit/Listen.tsx'
import { useVisitFrame } from '#app/ui/visit/visit-frame.ts'
import type { ChoicesView } from '#app/web/visit/choices-view.server.ts'
import { AnswerButtons } from './AnswerButtons.tsx'

/** Whether work is looked for on her behalf at all: the words, what she said, and every answer she can give now. */
export function Matching({ matching, formKey }: { matching: ChoicesView['matching']; formKey: string }) {
  const { texts } = useVisitFrame()
  const { decision, said, words, read } = matching
  const asked = (
    <>
      <p>{words}</p>
      <Listen text={words} />
    </>
  )
  const yes = { decision: 'given', label: texts.matching_yes } as const
  const undo = { decision: 'given', label: texts.undo } as const
  const no = { decision: 'refused', label: texts.matching_no } as const
  const back = { decision: 'withdrawn', label: texts.withdraw } as const
  const answers = {
    none: [yes, no],
    given: [back],
    refused: [yes],
    withdrawn: [undo],
  }[decision ?? 'none']
  return (
    <Card as="section" level={3} title={texts.matching_title}>
      <p>
        <strong>{said}</strong>
      </p>
      {decision === null ? asked : <Disclosure summary={texts.read_it_all}>{asked}</Disclosure>}
      <AnswerButtons purpose="matching" read={read} formKey={formKey} answers={answers} />
    </Card>
  )
}

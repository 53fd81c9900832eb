import { Card } from '#app/ui/Card.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { useVisitFrame } from '#app/ui/visit/visit-frame.ts'
import type { ChoicesView } from '#app/web/visit/choices-view.server.ts'
import { AnswerButtons } from './AnswerButtons.tsx'
import { QuestionWords } from './Question.tsx'

/** What she has said about each company and opening, however it was asked; each yes ends with one press. */
export function Choices({ choices, formKey }: { choices: ChoicesView['choices']; formKey: string }) {
  const { texts } = useVisitFrame()
  return choices.map(({ purpose, subjectId, title, decision, said, again }) => (
    <Card as="section" level={3} key={`${purpose}${subjectId ?? ''}`} title={title}>
      <p>
        <strong>{said}</strong>
      </p>
      {again ? (
        <Disclosure summary={texts.read_it_all}>
          <QuestionWords question={again} />
        </Disclosure>
      ) : null}
      {decision === 'given' ? (
        <AnswerButtons
          {...{ purpose, subjectId, formKey }}
          answers={[{ decision: 'withdrawn', label: texts.withdraw }]}
        />
      ) : again ? (
        <AnswerButtons
          {...{ purpose, subjectId, formKey }}
          read={again.read}
          answers={[{ decision: 'given', label: decision === 'withdrawn' ? texts.undo : texts.opening_yes }]}
        />
      ) : null}
    </Card>
  ))
}

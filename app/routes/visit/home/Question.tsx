import { Card } from '#app/ui/Card.tsx'
import { CardWordsList } from '#app/ui/visit/CardWordsList.tsx'
import { Listen } from '#app/ui/visit/Listen.tsx'
import { useVisitFrame } from '#app/ui/visit/visit-frame.ts'
import type { ChoicesView } from '#app/web/visit/choices-view.server.ts'
import { AnswerButtons } from './AnswerButtons.tsx'

type QuestionView = ChoicesView['questions'][number]

/** The words about one card: who would read it and exactly what. */
export function QuestionWords({ question: { sentence, card, words } }: { question: QuestionView }) {
  const { texts } = useVisitFrame()
  return (
    <>
      <p>{sentence}</p>
      <p>
        <strong>{texts.opening_card}</strong>
      </p>
      <CardWordsList card={card} />
      <p>{texts.opening_promise}</p>
      <Listen text={words} />
    </>
  )
}

/** One card that waits for her word. */
export function Question({ question, formKey }: { question: QuestionView; formKey: string }) {
  const { texts } = useVisitFrame()
  const { openingId, title, read } = question
  return (
    <Card as="section" level={3} tone="accent" title={<bdi>{title}</bdi>}>
      <QuestionWords question={question} />
      <AnswerButtons
        purpose="opening"
        subjectId={openingId}
        read={read}
        formKey={formKey}
        answers={[
          { decision: 'given', label: texts.opening_yes },
          { decision: 'refused', label: texts.opening_no },
        ]}
      />
    </Card>
  )
}

import { m } from '#app/locales/generated/messages.js'
import { StoryFigures, type Figures } from '#app/ui/stories/StoryFigures.tsx'

export type StoryWords = Figures & {
  need: string
  solution: string
  result: string
  quote: string
  companyName: string
}

/** The body of a story, the same for who approves it and for who reads it on the public site. */
export function StoryText({ level = 2, ...story }: StoryWords & { level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const parts = [
    { heading: m.stories_need_heading(), text: story.need },
    { heading: m.stories_solution_heading(), text: story.solution },
    { heading: m.stories_result_heading(), text: story.result },
  ]
  return (
    <div className="story-text">
      <StoryFigures daysToFill={story.daysToFill} monthsRetained={story.monthsRetained} />
      {parts.map(({ heading, text }) => (
        <section key={heading}>
          <Heading>{heading}</Heading>
          <Paragraphs text={text} />
        </section>
      ))}
      {story.quote ? (
        <figure className="story-quote">
          <blockquote>
            <Paragraphs text={story.quote} />
          </blockquote>
          <figcaption>{story.companyName}</figcaption>
        </figure>
      ) : null}
    </div>
  )
}

/** Lines as they were typed, each a paragraph: no text of anybody is HTML. */
function Paragraphs({ text }: { text: string }) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => <p key={index}>{line}</p>)
}

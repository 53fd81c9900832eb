import { Card } from '#app/ui/Card.tsx'
import { StoryFigures, type Figures } from '#app/ui/stories/StoryFigures.tsx'

export type StoryLine = Figures & {
  slug: string
  title: string
  result: string
  companyName: string
  /** Sector, size and place in the reader's language. */
  facts: string
}

/** A published story in a list; the whole card leads to it. */
export function StoryCard({ story, level }: { story: StoryLine; level: 2 | 3 }) {
  return (
    <Card
      as="li"
      className="story-card"
      level={level}
      to={`/storie/${story.slug}`}
      title={story.title}
      eyebrow={story.companyName}
    >
      <p className="story-card__result">{story.result}</p>
      <StoryFigures daysToFill={story.daysToFill} monthsRetained={story.monthsRetained} />
      <p className="muted small">{story.facts}</p>
    </Card>
  )
}

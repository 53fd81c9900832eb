import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { StoryCard, type StoryLine } from '#app/ui/stories/StoryCard.tsx'

/** The latest published stories. */
export function Stories({ stories }: { stories: readonly StoryLine[] }) {
  return (
    <section aria-labelledby="stories">
      <div className="home-heading">
        <div>
          <h2 id="stories">{m.public_home_stories_title()}</h2>
          <p className="lead">{m.public_home_stories_lead()}</p>
        </div>
        {stories.length > 0 ? (
          <ButtonLink to="/storie" variant="secondary">
            {m.public_home_stories_all()}
          </ButtonLink>
        ) : null}
      </div>
      {stories.length > 0 ? (
        <ul className="card-grid">
          {stories.map((story) => (
            <StoryCard key={story.slug} story={story} level={3} />
          ))}
        </ul>
      ) : (
        <EmptyState
          level={3}
          icon="book"
          title={m.public_home_stories_none_title()}
          text={m.public_home_stories_none()}
        />
      )}
    </section>
  )
}

import { Link } from '@remix-run/react'
import type { StoryState } from '#app/domain/stories/states.ts'
import { m } from '#app/locales/generated/messages.js'
import { StoryStateTag } from '#app/ui/stories/StoryStateTag.tsx'
import { Table, type Column } from '#app/ui/Table.tsx'
import { formatDate } from '#app/web/format.ts'

type Line = {
  id: string
  title: string
  companyName: string
  state: StoryState
  createdAt: Date
  publishedAt: Date | null
  sentBack: boolean
}

type StoryTableProps = {
  caption: string
  /** Where a story's page is: its id follows. */
  base: string
  stories: readonly Line[]
  /** The reader is the company: the name need not be said. */
  own?: boolean
}

/** Stories as those see them who write, approve or publish them. */
export function StoryTable({ caption, base, stories, own }: StoryTableProps) {
  const columns: Column<Line>[] = [
    {
      key: 'title',
      header: m.stories_story(),
      cell: ({ id, title }) => <Link to={`${base}/${id}`}>{title}</Link>,
    },
    { key: 'company', header: m.stories_company(), cell: ({ companyName }) => companyName },
    {
      key: 'state',
      header: m.stories_status(),
      cell: ({ state, sentBack }) => <StoryStateTag state={state} sentBack={sentBack} own={own} />,
    },
    {
      key: 'date',
      header: m.stories_when(),
      cell: ({ createdAt, publishedAt, state }) =>
        publishedAt && state === 'published'
          ? m.stories_published_on({ date: formatDate(publishedAt) })
          : m.stories_started_on({ date: formatDate(createdAt) }),
      nowrap: true,
    },
  ]
  return (
    <Table<Line>
      caption={caption}
      captionHidden
      rows={stories}
      rowKey={({ id }) => id}
      columns={own ? columns.filter(({ key }) => key !== 'company') : columns}
    />
  )
}

import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { CandidateStateTag, type CandidateState } from '#app/ui/matching/CandidateStateTag.tsx'
import { CardFateTag, type CardFate } from '#app/ui/matching/CardFateTag.tsx'
import { Table, type Column } from '#app/ui/Table.tsx'

export type PersonLine = {
  candidateId: string
  code: string
  state: CandidateState
  profession: string
  matchable: boolean
  waitingSince: string
  lastProposal: (CardFate & { at: string }) | null
}

/** One's own people, by code: no name is shown in a list. */
export function PeopleTable({ people }: { people: readonly PersonLine[] }) {
  const columns: Column<PersonLine>[] = [
    {
      key: 'code',
      header: m.desk_person(),
      cell: ({ candidateId, code }) => <Link to={`/lavoro/persone/${candidateId}`}>{code}</Link>,
      nowrap: true,
    },
    { key: 'profession', header: m.desk_person_profession(), cell: ({ profession }) => profession },
    {
      key: 'state',
      header: m.desk_person_state(),
      cell: ({ state, matchable }) => <CandidateStateTag state={state} matchable={matchable} />,
    },
    {
      key: 'waiting',
      header: m.desk_person_waiting_since(),
      cell: ({ waitingSince }) => waitingSince,
      nowrap: true,
    },
    {
      key: 'last',
      header: m.desk_person_last_proposal(),
      cell: ({ lastProposal }) =>
        lastProposal ? (
          <div>
            <CardFateTag state={lastProposal.state} answer={lastProposal.answer} />
            <div className="small muted">{lastProposal.at}</div>
          </div>
        ) : (
          '–'
        ),
    },
  ]
  return (
    <Table
      caption={m.desk_people()}
      captionHidden
      columns={columns}
      rows={people}
      rowKey={({ candidateId }) => candidateId}
    />
  )
}

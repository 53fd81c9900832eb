import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { kindLabels } from '#app/ui/openings/opening-words.ts'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import { fundingName } from './placement-words.ts'
import type { PlacementView } from './placement-view.server.ts'

type Placement = NonNullable<PlacementView['placement']>

function StateTag({ state, becameHire, agreed }: Placement) {
  if (agreed) return <StatusTag tone="info">{m.relationship_placement_agreed()}</StatusTag>
  if (state === 'active') return <StatusTag tone="brand">{m.relationship_placement_running()}</StatusTag>
  if (becameHire) return <StatusTag tone="ok">{m.relationship_placement_hired()}</StatusTag>
  return state === 'completed' ? (
    <StatusTag tone="ok">{m.relationship_placement_completed()}</StatusTag>
  ) : (
    <StatusTag tone="warn">{m.relationship_placement_ended_early()}</StatusTag>
  )
}

/** What the placement is, and where it stands. */
export function PlacementFacts({ placement }: { placement: Placement }) {
  const { kind, startsOn, endsOn, fundingSource } = placement
  return (
    <Card as="section" title={m.relationship_placement()} aside={<StateTag {...placement} />}>
      <DefinitionList
        items={[
          { term: m.relationship_placement_kind(), value: kindLabels[kind]() },
          { term: m.relationship_placement_starts(), value: startsOn },
          { term: m.relationship_placement_ends(), value: endsOn },
          { term: m.relationship_placement_funding(), value: fundingSource && fundingName(fundingSource) },
        ]}
      />
    </Card>
  )
}

import type { TrustSlope } from '#app/domain/trust/slope.ts'
import type { TrustStage } from '#app/domain/trust/stages.ts'
import type { Standing } from '#app/domain/trust/standing.ts'
import { m } from '#app/locales/generated/messages.js'
import { Badge } from '#app/ui/Badge.tsx'
import { slopeLabels, stageLabels } from '#app/ui/company/company-words.ts'
import type { Verification } from '#app/ui/company/company-view.ts'
import type { IconName } from '#app/ui/icon-paths.ts'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import type { Tone } from '#app/ui/tone.ts'

const SLOPES: Record<TrustSlope, { tone: Tone; icon: IconName }> = {
  warming: { tone: 'ok', icon: 'arrow-up' },
  steady: { tone: 'neutral', icon: 'minus' },
  cooling: { tone: 'warn', icon: 'arrow-down' },
  at_risk: { tone: 'bad', icon: 'alert' },
}

/** Where trust is heading. */
export function SlopeTag({ slope }: { slope: TrustSlope }) {
  const { tone, icon } = SLOPES[slope]
  return (
    <StatusTag tone={tone} icon={icon}>
      {slopeLabels[slope]()}
    </StatusTag>
  )
}

export function StageTag({ stage }: { stage: TrustStage }) {
  return <Badge tone="brand">{stageLabels[stage]()}</Badge>
}

/** Only what stands in the way: a company that may be approached needs no tag. */
export function StandingTag({ standing, pausedUntil }: { standing: Standing; pausedUntil: string | null }) {
  if (standing === 'open') return null
  if (standing === 'do_not_contact')
    return (
      <StatusTag tone="bad" icon="close">
        {m.trust_standing_do_not_contact()}
      </StatusTag>
    )
  return (
    <StatusTag tone="neutral" icon="pause">
      {m.relationship_paused_until({ date: pausedUntil ?? '' })}
    </StatusTag>
  )
}

/** Only where it matters: no card can reach a company that is not verified. */
export function VerificationTag({ verification }: { verification: Verification }) {
  if (verification === 'verified') return null
  return (
    <StatusTag tone="warn" icon="shield">
      {verification === 'pending'
        ? m.relationship_verification_pending()
        : m.relationship_verification_rejected()}
    </StatusTag>
  )
}

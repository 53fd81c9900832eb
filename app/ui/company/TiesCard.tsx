import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import type { CompanyView, IntroductionLine } from '#app/ui/company/company-view.ts'
import { groupKindLabels, stageLabels } from '#app/ui/company/company-words.ts'

type TiesCardProps = {
  company: Pick<CompanyView, 'groups' | 'introducedBy' | 'introduced'>
  /** Where the list of companies is; a company's page is below it. */
  path: string
}

/** Whom a company knows: what it belongs to, who introduced it, whom it introduced. */
export function TiesCard({ company: { groups, introducedBy, introduced }, path }: TiesCardProps) {
  const none = groups.length + introducedBy.length + introduced.length === 0
  return (
    <Card as="section" title={m.groups_ties()}>
      {none ? <p className="muted">{m.groups_ties_none()}</p> : null}
      {groups.length > 0 ? (
        <ul className="plain-list stack">
          {groups.map(({ id, name, kind, members }) => (
            <li key={id}>
              <Link to={`${path}?di=all&gruppo=${id}`}>{name}</Link>
              <span className="muted small d-block">
                {[groupKindLabels[kind](), m.groups_members({ count: members })].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <Introductions title={m.groups_introduced_by()} lines={introducedBy} path={path} />
      <Introductions title={m.groups_introduced()} lines={introduced} path={path} />
    </Card>
  )
}

type IntroductionsProps = { title: string; lines: readonly IntroductionLine[]; path: string }

function Introductions({ title, lines, path }: IntroductionsProps) {
  if (lines.length === 0) return null
  return (
    <>
      <h3 className="mt-4">{title}</h3>
      <ul className="plain-list stack">
        {lines.map(({ id, name, stage, when }) => (
          <li key={id}>
            <Link to={`${path}/${id}`}>{name}</Link>
            <span className="muted small d-block">{[stageLabels[stage](), when].join(' · ')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

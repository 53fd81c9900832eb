import { m } from '#app/locales/generated/messages.js'

/** Modules of white that a camera needs around a code. */
const QUIET = 4

type EnrolmentProps = { qr: { size: number; path: string }; seed: string; uri: string }

/** The telephone's half: a code to scan, or to type where there is no camera. */
export function Enrolment({ qr: { size, path }, seed, uri }: EnrolmentProps) {
  const side = size + 2 * QUIET
  const groups = seed.match(/.{1,4}/g)?.join(' ') ?? seed
  return (
    <div className="card">
      <p>{m.account_enrol_scan()}</p>
      <svg
        role="img"
        aria-label={m.account_enrol_qr()}
        width="220"
        height="220"
        viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
        shapeRendering="crispEdges"
      >
        <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <p>
        {m.account_enrol_type()} <code>{groups}</code>
      </p>
      <p className="d-print-none">
        <a href={uri}>{m.account_enrol_here()}</a>
      </p>
    </div>
  )
}

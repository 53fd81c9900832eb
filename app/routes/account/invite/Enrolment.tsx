import { m } from '#app/locales/generated/messages.js'
import { QrCode } from '#app/ui/QrCode.tsx'

type EnrolmentProps = { qr: { size: number; path: string }; seed: string; uri: string }

/** The telephone's half: a code to scan, or to type where there is no camera. */
export function Enrolment({ qr, seed, uri }: EnrolmentProps) {
  const groups = seed.match(/.{1,4}/g)?.join(' ') ?? seed
  return (
    <div className="card">
      <p>{m.account_enrol_scan()}</p>
      <QrCode qr={qr} label={m.account_enrol_qr()} />
      <p>
        {m.account_enrol_type()} <code>{groups}</code>
      </p>
      <p className="d-print-none">
        <a href={uri}>{m.account_enrol_here()}</a>
      </p>
    </div>
  )
}

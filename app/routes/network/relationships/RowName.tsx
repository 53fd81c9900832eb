import { Link } from '@remix-run/react'

/** The name of a row, with the companies behind it where the portfolio has a filter for them. */
export function RowName({ label, to, whole }: { label: string; to: string | null; whole: boolean }) {
  if (whole) return <strong>{label}</strong>
  return to ? <Link to={to}>{label}</Link> : label
}

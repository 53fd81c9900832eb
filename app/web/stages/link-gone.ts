import { isRouteErrorResponse } from '@remix-run/react'

/** Why the link of a stage opens nothing: altered, or over. Null for any other fault. */
export function linkGone(error: unknown): 'altered' | 'over' | null {
  if (!isRouteErrorResponse(error) || error.status !== 410) return null
  const reason = (error.data as { reason?: string } | null)?.reason
  return reason === 'proposals_link_altered' ? 'altered' : 'over'
}

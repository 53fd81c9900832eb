import type { Role } from '#app/domain/shared/actor.ts'

export type Stated = 'everyone' | 'signed_in' | 'link' | Role[]
type Row = { loader: Stated | null; action: Stated | null }

/** Who may call what, written by hand: a route that states another access, or is not here, fails. */
export const table: Record<string, Row> = {
  'public/layout': { loader: 'everyone', action: null },
  'public/home': { loader: 'everyone', action: null },
  'public/card': { loader: 'link', action: 'link' },
  'public/card-renew': { loader: 'everyone', action: 'everyone' },
  'desk/layout': { loader: ['case_manager'], action: null },
  'desk/proposal': { loader: ['case_manager'], action: ['case_manager'] },
  'account/language': { loader: 'everyone', action: 'everyone' },
}

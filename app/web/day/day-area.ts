import type { StaffRole } from '#app/domain/shared/actor.ts'

/** The addresses of one audience's day. */
export type DayArea = {
  home: string
  company: (id: string) => string
  log: (companyId: string) => string
  /** Whether this audience sees persons, openings and placements. */
  persons: boolean
}

const desk: DayArea = {
  home: '/lavoro',
  company: (id) => `/lavoro/aziende/${id}`,
  log: (id) => `/lavoro/aziende/${id}/contatto`,
  persons: true,
}

const network: DayArea = {
  home: '/rete/giornata',
  company: (id) => `/rete/aziende/${id}`,
  log: (id) => `/rete/aziende/${id}/contatto`,
  persons: false,
}

/** Where somebody of that role works through her day. */
export const dayArea = (role: StaffRole): DayArea => (role === 'coordinator' ? network : desk)

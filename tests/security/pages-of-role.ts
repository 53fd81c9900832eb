import type { Role } from '#app/domain/shared/actor.ts'
import type { Holder } from './access/holders.ts'
import { addressOf, type BuiltRoute } from './access/routes-of-build.ts'
import { table } from './access/table.ts'

/** The pages of a role: those that every one of them has, and those of one thing of each kind. */
export function pagesOfRole(routes: readonly BuiltRoute[], { own, companyId }: Holder, role: Role): string[] {
  const open = routes.filter(
    ({ id, path, frame, loader }) =>
      loader && !frame && !path.includes(':') && (table[id]?.loader as unknown[] | undefined)?.includes(role),
  )
  const person = `/lavoro/persone/${own.candidate}`
  const named: Record<Role, string[]> = {
    case_manager: [
      ...[person, `${person}/profilo`, `${person}/pagine`, `/lavoro/opportunita/${own.opening}`],
      ...['', '/gestione', '/contatto', '/testimonial'].map((page) => `/lavoro/aziende/${companyId}${page}`),
      ...['', '/modifica', '/inviti', '/presenze'].map((page) => `/lavoro/eventi/${own.event}${page}`),
      ...[`/lavoro/storie/${own.story}`, `/lavoro/proposte/${own.card}/inserimento`],
    ],
    coordinator: [`/rete/aziende/${companyId}`, `/rete/verifiche/${companyId}`],
    hr_contact: [
      ...['', '/passo/1', '/passo/2', '/passo/3', '/passo/4'].map(
        (step) => `/azienda/opportunita/${own.opening}${step}`,
      ),
      `/azienda/storie/${own.story}`,
    ],
    admin: [],
  }
  return [...open.map(addressOf), ...named[role]]
}

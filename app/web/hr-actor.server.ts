import type { Actor, HrActor } from '#app/domain/shared/actor.ts'
import { notFound } from '#app/domain/shared/errors.ts'

/** The HR contact who is acting. Pages of the company admit nobody else; this tells the compiler so. */
export const hrOf = (actor: Actor): HrActor => (actor.kind === 'hr' ? actor : notFound())

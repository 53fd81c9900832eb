import { passHelpOn } from '#app/domain/follow-ups/pass-help-on.server.ts'
import type { Handler } from '../handler.ts'

/** A case manager asks the other organisations whether one of their people may be proposed. */
export const askOthers: Handler<'help.asked'> = ({ payload }, effect) =>
  effect('tasks', (tx) => passHelpOn(tx, payload.helpRequestId, null))

import { forgetView } from '#app/domain/companies/forget-view.server.ts'
import { moveOnBoardSchema } from '#app/domain/companies/move-stage-by-hand.schema.server.ts'
import { moveStageByHand } from '#app/domain/companies/move-stage-by-hand.server.ts'
import type { Whose } from '#app/domain/companies/portfolio.ts'
import { forgetViewSchema, saveViewSchema } from '#app/domain/companies/save-view.schema.server.ts'
import { saveView } from '#app/domain/companies/save-view.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { CompanyId, SavedViewId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { portfolioQuery } from '#app/ui/company/portfolio-address.ts'
import { answerForm } from '../answer-form.server.ts'
import type { ActionCall } from '../define.server.ts'
import { redirectTo } from '../flash.server.ts'
import { portfolioOf } from './portfolio-filter.server.ts'

/** Carries out one of the forms of the portfolio and stays on what it shows. Each command authorises its actor. */
export async function actOnPortfolio({ tx, form, intent, url }: ActionCall & { tx: Tx }, whose: Whose) {
  const done = (flash: string) => redirectTo(`${url.pathname}${url.search}`, { flash })
  switch (intent) {
    case 'stage':
      return answerForm({ form, schema: moveOnBoardSchema, intent }, async ({ companyId, ...move }) => {
        await moveStageByHand(tx, companyId as CompanyId, move)
        return done('relationship_stage_moved')
      })
    case 'view_save':
      return answerForm({ form, schema: saveViewSchema, intent }, async (input) => {
        await saveView(tx, { ...input, query: portfolioQuery(portfolioOf(url, whose)) })
        return done('portfolio_view_saved')
      })
    case 'view_forget':
      return answerForm({ form, schema: forgetViewSchema, intent }, async ({ viewId }) => {
        await forgetView(tx, viewId as SavedViewId)
        return done('portfolio_view_forgotten')
      })
    default:
      throw new DomainError('invalid', 'relationship_form_unknown')
  }
}

import { mkdirSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardLink } from '#app/domain/proposals/card-link.server.ts'
import { stageLink } from '#app/domain/proposals/stage-link.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { m } from '#app/locales/generated/messages.js'
import { now } from '#app/platform/clock.server.ts'
import { contractLinks, meetings } from '#db/schema/stages.ts'
import { launchBrowser, noBrowser } from '#tests/support/browser.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { arrange, aWelcomedCard, meet, say, send, type Welcomed } from '#tests/support/met-person.ts'
import { startApp, type RunningApp } from '#tests/support/running-app.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { looks, visitor } from './visitor.ts'

const db = useTestDatabase()
let app: RunningApp
let browser: Browser
let sara: StaffActor

const PICTURES = process.env.PASSAPAROLA_PICTURES

describe.skipIf(noBrowser)(
  `what a company reads of a person, stage by stage${noBrowser ? `: ${noBrowser}` : ''}`,
  () => {
    beforeAll(async () => {
      sara = await aStaff()
      app = await startApp(db.urls())
      browser = await launchBrowser()
    }, 120_000)

    afterAll(async () => {
      await browser?.close()
      await app?.stop()
    }, 30_000)

    const linkTo = async (stage: 'meeting' | 'contract', { cardId, hr }: Welcomed): Promise<string> => {
      const table = stage === 'meeting' ? meetings : contractLinks
      const [row] = await db.asSystem((tx) => tx.select().from(table).where(eq(table.cardId, cardId)))
      return stageLink(stage, row?.id ?? '', hr.contactId)
    }

    it.each(looks)(
      '%s: the card, a meeting, a contract that is read three times',
      { timeout: 90_000 },
      async (title, look) => {
        const hr = await visitor(browser, app.url, look)
        const picture = async (name: string) => {
          if (!PICTURES) return
          mkdirSync(PICTURES, { recursive: true })
          await hr.page.screenshot({
            path: `${PICTURES}/${title.replaceAll(' ', '-')}-${name}.png`,
            fullPage: true,
          })
        }
        const saysNothingOf = async (...words: string[]) => {
          const body = await hr.page.content()
          for (const word of words) expect(body).not.toContain(word)
        }

        const ahead = await aWelcomedCard(sara)
        await say(ahead, 'company', ahead.hr.companyId)
        await arrange(ahead)
        await hr.go(cardLink(ahead.cardId, ahead.hr.contactId, now()))
        await saysNothingOf('Amina', 'Quercianova')
        await picture('1-card')
        await hr.go(await linkTo('meeting', ahead))
        await hr.see('Amina')
        await saysNothingOf('Quercianova', ahead.person.code)
        await picture('2-meeting')

        const met = await aWelcomedCard(sara)
        await meet(met)
        await say(met, 'contract', met.hr.companyId)
        await send(met)
        await hr.go(await linkTo('contract', met))
        await saysNothingOf('Amina', 'Quercianova')
        await picture('3-contract')
        for (const time of [1, 2, 3]) {
          if (time > 1) await hr.go(await linkTo('contract', met))
          await hr.press(m.stages_c_contract_press())
          await hr.see('Quercianova')
          await hr.checkHere()
          if (time === 1) await picture('4-contract-read')
        }
        await picture('5-contract-read-last')
        await hr.go(await linkTo('contract', met))
        await hr.see(m.stages_c_contract_over_title())
        await saysNothingOf('Amina', 'Quercianova')
        await picture('6-contract-over')
        await hr.leave()
      },
    )
  },
)

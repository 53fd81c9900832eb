import { expect } from 'vitest'
import { m } from '#app/locales/generated/messages.js'
import type { Firm } from './walk-company.ts'
import type { Visitor } from './visitor.ts'

type Account = { email: string; password: string }

/** Step 3: password, then the one-time code, which the demo shows. */
export async function signIn(who: Visitor, { email, password }: Account): Promise<void> {
  await who.go('/accedi')
  const form = who.page.locator('form#password')
  await form.locator('[name="email"]').fill(email)
  await form.locator('[name="password"]').fill(password)
  await form.locator('button').click()
  await who.arrive(/^\/accedi\/codice$/)
  const code = /\b\d{6}\b/.exec(await who.page.locator('main').innerText())?.[0] ?? ''
  await who.fill('code', code)
  await who.press(m.account_code_submit())
  await who.arrive(/^\/(lavoro|rete|admin\/account)$/)
}

const companyPath = async (who: Visitor, list: string, firm: Firm): Promise<string> => {
  await who.go(`${list}?di=all&testo=${encodeURIComponent(firm.name)}`)
  const link = who.page.getByRole('link', { name: firm.name }).first()
  return (await link.getAttribute('href')) ?? ''
}

/** Step 7: the case manager logs her call in one short form. @returns the company's page. */
export async function logCall(caseManager: Visitor, firm: Firm): Promise<string> {
  const path = await companyPath(caseManager, '/lavoro/aziende', firm)
  await caseManager.go(`${path}/contatto`)
  await caseManager.choose('kind', 'call')
  await caseManager.choose('outcome', 'positive')
  await caseManager.fill('note', 'Richiamati per conoscerci: cercano per la cucina.')
  await caseManager.press(m.relationship_log_submit())
  await caseManager.arrive(/^\/lavoro\/aziende\/[0-9a-f-]{36}$/)
  await caseManager.see('Richiamati per conoscerci')
  return path
}

/** Two different coordinators verify a company before any card can reach it. */
export async function verify(coordinator: Visitor, firm: Firm): Promise<void> {
  await coordinator.go('/rete/verifiche')
  await coordinator.press(firm.name)
  await coordinator.arrive(/^\/rete\/verifiche\/[0-9a-f-]{36}$/)
  await coordinator.choose('decision', 'approved')
  await coordinator.choose('registerChecked', 'on')
  await coordinator.press(m.network_verify_submit())
  await coordinator.page.locator('[name="registerChecked"]').waitFor({ state: 'detached' })
}

/** What a fact counts for in the trust of every company is tried before it is changed. */
export async function tryWeight(coordinator: Visitor): Promise<void> {
  await coordinator.go('/rete/fiducia')
  await coordinator.press(m.trust_kind_visit_held())
  await coordinator.arrive(/^\/rete\/fiducia\/visit_held$/)
  await coordinator.fill('weight', '12')
  await coordinator.press(m.trust_weights_try())
  await coordinator.see(m.trust_weights_impact())
  await coordinator.checkHere()
}

/** Steps 3 and 4: the ranked people with reasons, the card as the company will see it, her yes, and off it goes. */
export async function propose(caseManager: Visitor, firm: Firm): Promise<void> {
  await caseManager.go('/lavoro/opportunita')
  await caseManager.press(firm.opening)
  await caseManager.arrive(/^\/lavoro\/opportunita\/[0-9a-f-]{36}$/)
  const people = caseManager.page.locator('a[href*="/proposta/"]')
  const links = await people.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(links.length, 'somebody of her organisation fits').toBeGreaterThan(0)
  for (const link of links) {
    await caseManager.go(link)
    if ((await caseManager.page.getByText(m.proposals_refused_title()).count()) > 0) continue
    await caseManager.choose('decision', 'given')
    await caseManager.choose('language', 'fr')
    await caseManager.choose('channel', 'in_person')
    await caseManager.press(m.proposals_consent_record())
    await caseManager.page.getByRole('button', { name: m.proposals_send() }).waitFor()
    await caseManager.press(m.proposals_send())
    await caseManager.arrive(/^\/lavoro\/opportunita\/[0-9a-f-]{36}$/)
    await caseManager.see(m.proposals_sent())
    return
  }
  throw new Error('no card could be sent')
}

/** Step 8: a coordinator publishes the story. @returns its public page. */
export async function publishStory(coordinator: Visitor, firm: Firm): Promise<void> {
  await coordinator.go('/rete/storie')
  await coordinator.press(new RegExp(firm.name))
  await coordinator.arrive(/^\/rete\/storie\/[0-9a-f-]{36}$/)
  await coordinator.choose('namesNobody', 'on')
  await coordinator.page.locator('button[value="publish"]').click()
  await coordinator.page.locator('button[value="publish"]').waitFor({ state: 'detached' })
}

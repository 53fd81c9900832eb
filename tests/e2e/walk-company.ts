import { expect } from 'vitest'
import { m } from '#app/locales/generated/messages.js'
import { linkMailedTo } from './mail.ts'
import type { Visitor } from './visitor.ts'

export type Firm = { vatId: string; name: string; email: string; opening: string }

/** Step 1: somebody signs her company up from the public home page and enters by the link that was mailed to her. */
export async function signUp(hr: Visitor, firm: Firm): Promise<void> {
  await hr.go('/')
  await hr.go('/iscrizione')
  await hr.fill('vatId', '12345678901')
  await hr.fill('company', firm.name)
  await hr.press(m.account_sign_up_submit())
  await hr.page.locator('[aria-invalid="true"]').first().waitFor()
  expect(await hr.page.locator('[name="company"]').inputValue()).toBe(firm.name)

  await hr.fill('vatId', firm.vatId)
  await hr.choose('sector', 'food-service')
  await hr.choose('sizeBand', 'small')
  await hr.fill('place', 'Torino')
  await hr.fill('name', 'Marta Quaglino')
  await hr.fill('email', firm.email)
  await hr.press(m.account_sign_up_submit())
  await hr.arrive(/^\/iscrizione\/inviata$/)
  await hr.go(await linkMailedTo(firm.email, '/accedi/link/'))
  await hr.press(m.account_link_submit())
  await hr.arrive(/^\/azienda$/)
}

/** Step 2: she posts an opening in four steps, each saved by itself. */
export async function postOpening(hr: Visitor, firm: Firm): Promise<void> {
  await hr.go('/azienda/opportunita/nuova')
  await hr.choose('kind', 'internship')
  await hr.choose('professionCode', 'isco-9412-kitchen-helper')
  await hr.fill('title', firm.opening)
  await hr.fill('tasks', 'Preparare le verdure, lavare le stoviglie e tenere in ordine la cucina.')
  await hr.press(m.openings_save_next())
  await hr.arrive(/\/passo\/2$/)
  await hr.press(m.openings_save_next())
  await hr.arrive(/\/passo\/3$/)
  await hr.choose('shifts[0].kind', 'fixed')
  await hr.page.locator('button[value="preset:mon_fri_8_12"]').first().click()
  await hr.page.waitForLoadState('networkidle')
  await hr.fill('placeCode', 'Torino')
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  await hr.fill('startFrom', inDays(7))
  await hr.fill('startLatest', inDays(60))
  await hr.fill('places', '1')
  await hr.press(m.openings_save_next())
  await hr.arrive(/\/passo\/4$/)
  await hr.choose('italianSpoken', '1')
  await hr.choose('italianWritten', '0')
  await hr.fill('pay', '700')
  await hr.choose('offers', 'tutor')
  await hr.press(m.openings_save_check())
  await hr.arrive(/^\/azienda\/opportunita\/[0-9a-f-]{36}$/)
  await hr.press(m.openings_post())
  await hr.see(/Opportunità pubblicata|pubblicata/)
  await hr.go('/azienda')
  await hr.see(firm.opening)
}

/** Step 5: the mail's link opens the card; one press answers, a second visit finds the answer. */
export async function answerCard(somebody: Visitor, firm: Firm): Promise<void> {
  const link = await linkMailedTo(firm.email, '/c/')
  await somebody.go(link)
  await somebody
    .see(m.proposals_attr_profession_group())
    .catch(() => somebody.see(m.proposals_attr_profession()))
  await somebody.press(m.proposals_card_interested())
  await somebody.see(m.proposals_card_answered_interested())
  await somebody.go(link)
  await somebody.see(m.proposals_card_answered_interested())
  await somebody.go(`${link.slice(0, -3)}xxx`)
  await somebody.see(m.proposals_link_altered_title())
}

/** Step 8: she tells how it went, for other firms. @returns nothing; a coordinator publishes it. */
export async function tellStory(hr: Visitor, firm: Firm): Promise<void> {
  await hr.go('/azienda/storie/nuova')
  await hr.fill('title', `Cucina coperta in nove giorni da ${firm.name}`)
  await hr.fill('need', 'A dicembre ci mancava una persona in cucina e i turni non reggevano più.')
  await hr.fill('solution', 'La rete ci ha proposto una persona con gli orari giusti e ha seguito le carte.')
  await hr.fill(
    'result',
    'Nove giorni dalla richiesta al primo turno, nessun costo di ricerca, squadra stabile.',
  )
  await hr.press(m.stories_save())
  await hr.arrive(/^\/azienda\/storie\/[0-9a-f-]{36}$/)
  await hr.choose('namesNobody', 'on')
  await hr.press(m.stories_submit())
  await hr.see(m.stories_now_submitted())
}

/** Step 8: she agrees to speak for the network. */
export async function agreeToSpeak(hr: Visitor): Promise<void> {
  await hr.go('/azienda/testimonial')
  await hr.page.locator('button[name="answer"][value="accepted"]').click()
  await hr.page.locator('button[name="intent"][value="withdraw"]').waitFor()
}

import { describe, expect, it } from 'vitest'
import { answerThanks } from './answer-letters.ts'
import { cardLinkRenewed, cardNew, cardWithdrawn } from './card-letters.ts'
import { companyWelcome } from './company-welcome.ts'
import { eventForColleagues } from './event-letters.ts'
import { factorsChanged } from './factors-changed.ts'
import type { Mail, Reader } from './frame.tsx'
import { invite } from './invite.ts'
import { newMatches } from './new-matches.ts'
import { openingQuestion } from './opening-letters.ts'
import { signInLink } from './sign-in-link.ts'
import { staffNotice } from './staff-notice.ts'
import { storyApprovalAsked, testimonialAsked } from './story-letters.ts'

const link = 'https://rete.example/c/abc.def?x=1&y=2'
const unsubscribeUrl = 'https://rete.example/disiscrizione/t.s'
/** Company's words may hold anything; none of it may become markup. */
const openingTitle = 'Aiuto <b>cuoco</b> & "sala"'
const about = { openingTitle, link }

const event = {
  ...{ title: 'Porte <b>aperte</b>', place: 'via Cigna 14, Torino', purpose: 'Due ore & una visita.', link },
  startsAt: new Date('2026-12-03T09:00:00Z'),
  endsAt: new Date('2026-12-03T11:30:00Z'),
}

const letters: Record<string, (reader: Reader) => Promise<Mail>> = {
  signInLink: (reader) => signInLink(reader, { link }),
  invite: (reader) => invite(reader, { link }),
  factorsChanged: (reader) => factorsChanged(reader, { link }),
  companyWelcome: (reader) => companyWelcome(reader, { link }),
  openingQuestion: (reader) =>
    openingQuestion(reader, {
      subject:
        reader.locale === 'it' ? 'Una domanda sulla vostra opportunità' : 'A question about your opening',
      body: `Si può <b>iniziare</b> alle 9?\n\nCosì si trova prima (${reader.locale}).`,
      link,
    }),
  cardNew: (reader) => cardNew(reader, about),
  cardLinkRenewed: (reader) => cardLinkRenewed(reader, about),
  cardWithdrawn: (reader) => cardWithdrawn(reader, { openingTitle }),
  answerInterested: (reader) => answerThanks(reader, { openingTitle, answer: 'interested' }),
  answerTalk: (reader) => answerThanks(reader, { openingTitle, answer: 'talk' }),
  storyApprovalAsked: (reader) => storyApprovalAsked(reader, { link }),
  testimonialAsked: (reader) => testimonialAsked(reader, { link }),
  staffNotice: (reader) => staffNotice(reader, { link }),
  newMatchesOne: (reader) => newMatches(reader, { link, count: 1 }),
  eventForColleagues: (reader) => eventForColleagues(reader, { ...event, calledOff: false }),
  eventCalledOff: (reader) => eventForColleagues(reader, { ...event, calledOff: true }),
  newMatchesMany: (reader) => newMatches(reader, { link, count: 12 }),
}

/** What would tell a reader over somebody's shoulder whom the network helps. */
const TELLING =
  /tratta\b|vittim|rifugiat|migrant|immigrat|protezione internazionale|permesso di soggiorno|fairjob|traffick|refugee|survivor|asylum|undefined|null|NaN|\[object/i

const WITHOUT_LINK = ['cardWithdrawn', 'answerInterested', 'answerTalk']

describe.each(['it', 'en'] as const)('the letters in %s', (locale) => {
  const reader: Reader = { locale, firstName: 'Anna', unsubscribeUrl }

  it.each(Object.entries(letters))('%s: says its thing twice, as HTML and as text', async (name, write) => {
    const { subject, html, text } = await write(reader)
    expect(subject.length).toBeGreaterThan(8)
    expect(subject.length).toBeLessThan(70)
    expect(subject).not.toMatch(/cuoco|Anna/)
    for (const body of [subject, html.replace(/<!--.*?-->/g, ''), text]) expect(body).not.toMatch(TELLING)
    expect(text).toContain(locale === 'it' ? 'Buongiorno Anna,' : 'Dear Anna,')
    expect(html).toContain(`lang="${locale}"`)
    if (!WITHOUT_LINK.includes(name)) {
      expect(text.split(link)).toHaveLength(2)
      expect(html).toContain(link.replace('&', '&amp;'))
    }
    expect(text).toContain(unsubscribeUrl)
    expect(html).toContain(unsubscribeUrl)
  })

  it.each(Object.entries(letters))(
    '%s: fetches nothing, tracks nothing, and runs nothing',
    async (_, write) => {
      const { html } = await write(reader)
      expect(html).not.toMatch(/<img|<script|<iframe|<b>|url\(|@import|<link/i)
      const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address ?? '')
      expect(addresses.filter((address) => !address.startsWith('https://rete.example/'))).toEqual([])
    },
  )

  it('offers no way out where there is nothing to leave', async () => {
    const { html, text } = await signInLink({ ...reader, unsubscribeUrl: null }, { link })
    expect(html + text).not.toMatch(/disiscrizione|automatic/i)
  })
})

it('the two languages say different things', async () => {
  for (const write of Object.values(letters)) {
    const [it, en] = await Promise.all(
      (['it', 'en'] as const).map((locale) => write({ locale, firstName: 'Anna', unsubscribeUrl: null })),
    )
    expect(it?.text).not.toBe(en?.text)
    expect(it?.subject).not.toBe(en?.subject)
  }
})

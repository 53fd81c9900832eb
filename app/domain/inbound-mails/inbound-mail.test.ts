import { describe, expect, it } from 'vitest'
import { type InboundMail, kindOf } from './inbound-mail.ts'

const mail = (changed: Partial<InboundMail> & { lines?: Record<string, string> } = {}): InboundMail => ({
  ...{ fingerprint: 'f', recipients: [], subject: 'Re: opportunità', text: 'Va bene.', deliveryStatus: null },
  headers: new Map(Object.entries(changed.lines ?? {})),
  ...changed,
})

describe('a mail that came in', () => {
  it.each([
    ['an answer', mail()],
    ['an answer that says it is no machine', mail({ lines: { 'auto-submitted': 'no' } })],
    ['an answer that mentions an absence', mail({ subject: 'Re: prima della mia assenza ci sentiamo' })],
  ])('%s is a reply', (_, given) => expect(kindOf(given)).toBe('reply'))

  it.each([
    ['by its header', mail({ lines: { 'auto-submitted': 'auto-replied' } })],
    ['by the header of older servers', mail({ lines: { precedence: 'auto_reply' } })],
    ['by its Italian subject', mail({ subject: 'Risposta automatica: C’è una novità' })],
    ['by its English subject', mail({ subject: 'Automatic reply: hello' })],
    ['by being out of office', mail({ subject: 'Fuori ufficio fino al 7 gennaio' })],
  ])('a machine’s answer is known %s', (_, given) => expect(kindOf(given)).toBe('auto_reply'))

  it('a report of a final failure is a bounce, of a delay or a temporary one is not', () => {
    const report = (action: string, status: string) =>
      kindOf(mail({ deliveryStatus: `Reporting-MTA: dns; mx\n\nAction: ${action}\nStatus: ${status}\n` }))
    expect(report('failed', '5.1.1')).toBe('bounce')
    expect(report('delayed', '4.4.1')).toBe('delayed')
    expect(report('failed', '4.4.7')).toBe('delayed')
  })

  it('a mail system that sends no report is believed by its code alone', () => {
    const lines = { from: 'MAILER-DAEMON@mx.example', 'return-path': '<>' }
    expect(kindOf(mail({ lines, text: 'host said: 550 5.1.1 unknown user' }))).toBe('bounce')
    expect(kindOf(mail({ lines, text: 'will be retried for 2 days' }))).toBe('delayed')
  })
})

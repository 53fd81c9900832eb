import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { MailNotSent, sendMail, type OutgoingMail } from '#app/platform/mailer.server.ts'
import { startSmtpSink, type SmtpSink } from './smtp-sink.ts'

let sink: SmtpSink
beforeAll(async () => {
  sink = await startSmtpSink()
  process.env.SMTP_URL = sink.url
})
afterAll(() => sink.stop())
beforeEach(() => {
  sink.raw.length = 0
  sink.readers.length = 0
})

const mail: OutgoingMail = {
  to: 'referente@azienda.example',
  subject: 'Una proposta',
  html: '<p>Buongiorno</p>',
  text: 'Buongiorno',
  messageId: '<1@passaparola.example>',
  replyTo: 'filo@passaparola.example',
  headers: {},
}

/** Names of the lines of a message's head, each as often as it is there. */
const headOf = (raw: Buffer | undefined): string[] =>
  [...(raw?.toString('latin1').split('\r\n\r\n')[0] ?? '').matchAll(/^([\w-]+):/gm)].map(
    ([, name]) => name ?? '',
  )

/** What somebody types to become a second reader, or to end the head of the mail before its time. */
const BREAKS = [
  '\r\nBcc: altri@altrove.example',
  '\nBcc: altri@altrove.example',
  '\r\n\r\n<p>altro</p>',
  '\rX-Odd: 1',
]

test.each(['subject', 'replyTo', 'to', 'messageId'] as const)(
  'a line break in %s adds no line to the head and no reader',
  async (field) => {
    await sendMail(mail)
    const plain = headOf(sink.raw[0])
    expect(plain).toContain('Subject')
    for (const typed of BREAKS) {
      sink.raw.length = 0
      sink.readers.length = 0
      const sent = await sendMail({ ...mail, [field]: `${mail[field] ?? ''}${typed}` }).then(
        () => true,
        (error: unknown) => {
          expect(error).toBeInstanceOf(MailNotSent)
          return false
        },
      )
      expect(sink.raw).toHaveLength(sent ? 1 : 0)
      if (!sent) continue
      expect(headOf(sink.raw[0])).toEqual(plain)
      expect(sink.readers[0]).toHaveLength(1)
      const [seen] = await sink.messages()
      expect(seen?.bcc ?? []).toEqual([])
      expect(seen?.text?.trim()).toBe('Buongiorno')
    }
  },
)

test('a line break in a text is a line of the text', async () => {
  await sendMail({ ...mail, text: 'Buongiorno\r\nBcc: altri@altrove.example' })
  expect((await sink.messages())[0]?.bcc ?? []).toEqual([])
  expect(headOf(sink.raw[0])).not.toContain('Bcc')
})

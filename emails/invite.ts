import { onOurPaper, type Mail, type Reader } from './frame.tsx'

/** The invitation of somebody who will work in the network. */
export function invite(reader: Reader, { link }: { link: string }): Promise<Mail> {
  const words = {
    it: {
      subject: 'Il tuo accesso a Passaparola',
      paragraphs: [
        'è pronto il tuo accesso a Passaparola.',
        'Con il link scegli la password e imposti il codice di sicurezza: servono due minuti e il telefono.',
      ],
      action: { label: 'Attiva l’accesso', url: link },
      afterwards: [
        'Il link vale un giorno e una volta sola. Se è scaduto, chiedine un altro a chi ti ha invitato.',
      ],
    },
    en: {
      subject: 'Your access to Passaparola',
      paragraphs: [
        'Your access to Passaparola is ready.',
        'The link lets you choose a password and set up the security code: it takes two minutes and your phone.',
      ],
      action: { label: 'Set up access', url: link },
      afterwards: [
        'The link lasts a day and works once. If it has ended, ask whoever invited you for another.',
      ],
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

import { onOurPaper, type Mail, type Reader } from './frame.tsx'

/** Something waits in a colleague's day. What it is, and about whom, is said behind the sign-in. */
export function staffNotice(reader: Reader, { link }: { link: string }): Promise<Mail> {
  const words = {
    it: {
      subject: 'C’è una risposta nella tua giornata',
      paragraphs: ['è arrivata una risposta da un’azienda. La trovi tra le cose di oggi.'],
      action: { label: 'Apri la tua giornata', url: link },
    },
    en: {
      subject: 'An answer is waiting in your day',
      paragraphs: ['A firm has answered. You find it among the things of today.'],
      action: { label: 'Open your day', url: link },
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

import { onOurPaper, type Mail, type Reader } from './frame.tsx'

/** A colleague asks to read a file in an emergency. Whose, and why, is said behind the sign-in. */
export function glassAsked(reader: Reader, { link }: { link: string }): Promise<Mail> {
  const words = {
    it: {
      subject: 'Una richiesta urgente aspetta una seconda persona',
      paragraphs: [
        'qualcuno del coordinamento chiede di leggere un fascicolo in emergenza. Serve il sì di un’altra persona: guarda il motivo, e se puoi chiama chi lo chiede.',
        'Chi amministra la rete trova la richiesta tra le sue pagine, alla voce Emergenza.',
      ],
      action: { label: 'Apri la richiesta', url: link },
    },
    en: {
      subject: 'An urgent request waits for a second person',
      paragraphs: [
        'A coordinator asks to read a file in an emergency. It takes somebody else’s yes: look at the reason and, if you can, ring whoever asks.',
        'Administrators find the request on their own pages, under Emergency.',
      ],
      action: { label: 'Open the request', url: link },
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

/** A file was opened for an hour. Whose is said behind the sign-in. */
export function glassBroken(reader: Reader, { link }: { link: string }): Promise<Mail> {
  const words = {
    it: {
      subject: 'Il fascicolo di una persona che segui è stato aperto in emergenza',
      paragraphs: [
        'due persone del coordinamento hanno deciso di aprire per un’ora il fascicolo di una persona che segui. Nel suo fascicolo trovi chi lo ha chiesto e perché: sentilo appena puoi.',
      ],
      action: { label: 'Apri la tua giornata', url: link },
    },
    en: {
      subject: 'The file of somebody you follow was opened in an emergency',
      paragraphs: [
        'Two people have decided to open the file of somebody you follow for an hour. Her file says who asked and why: speak to them as soon as you can.',
      ],
      action: { label: 'Open your day', url: link },
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

import { onOurPaper, type Mail, type Reader } from './frame.tsx'

type Kind = 'training' | 'trial' | 'internship' | 'job'

const NAMES: Record<Reader['locale'], Record<Kind, string>> = {
  it: {
    training: 'il percorso di formazione',
    trial: 'la prova in azienda',
    internship: 'il tirocinio',
    job: 'l’inserimento',
  },
  en: {
    training: 'the training',
    trial: 'the trial period',
    internship: 'the internship',
    job: 'the new job',
  },
}

/** How is it going? Asked lightly, a few times. */
export function checkIn(reader: Reader, { kind }: { kind: Kind }): Promise<Mail> {
  const words = {
    it: {
      subject: 'Come sta andando?',
      paragraphs: [
        `come sta andando ${NAMES.it[kind]}?`,
        'Due righe di risposta bastano. Se c’è qualcosa da sistemare (orari, compiti, lingua), una persona della rete vi chiama in giornata.',
      ],
    },
    en: {
      subject: 'How is it going?',
      paragraphs: [
        `How is ${NAMES.en[kind]} going?`,
        'Two lines are enough. If something needs fixing (hours, tasks, language), somebody of the network calls you the same day.',
      ],
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

const day = (date: string, locale: 'it-IT' | 'en-GB'): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )

/** An internship ends soon: time to talk about what comes after. */
export function internshipEndsSoon(reader: Reader, { endsOn }: { endsOn: string }): Promise<Mail> {
  const words = {
    it: {
      subject: 'Il tirocinio sta per finire',
      paragraphs: [
        `il tirocinio in corso da voi finisce il ${day(endsOn, 'it-IT')}.`,
        'È il momento di pensare al dopo: assunzione, proroga o chiusura. Una persona della rete vi chiama; su contratti e incentivi vi portiamo i conti già fatti.',
      ],
    },
    en: {
      subject: 'The internship is about to end',
      paragraphs: [
        `The internship at your firm ends on ${day(endsOn, 'en-GB')}.`,
        'It is time to think of what comes next: a contract, an extension or a good ending. Somebody of the network calls you, with the figures on contracts and incentives worked out.',
      ],
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

/** Thanks for a hire. */
export function hireThanks(reader: Reader): Promise<Mail> {
  const words = {
    it: {
      subject: 'Grazie per l’assunzione',
      paragraphs: [
        'grazie per l’assunzione: è un passo importante, e lo avete fatto voi.',
        'Restiamo a disposizione. Tra tre mesi ci facciamo vivi per sapere come va.',
      ],
    },
    en: {
      subject: 'Thank you for the hire',
      paragraphs: [
        'Thank you for the hire: it is a big step, and it was yours.',
        'We remain at hand, and get in touch in three months to hear how it goes.',
      ],
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

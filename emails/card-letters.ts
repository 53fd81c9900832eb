import { onOurPaper, type Mail, type Reader } from './frame.tsx'

type AboutOpening = { openingTitle: string; link: string }

const VALIDITY = {
  it: 'Il link è personale e vale 31 giorni: si legge e si risponde senza password. Aprirlo non impegna a niente.',
  en: 'The link is yours alone and lasts 31 days: you read and answer without a password. Opening it commits you to nothing.',
}

/** There is something to read about an opening. What it is stays behind the link. */
export function cardNew(reader: Reader, { openingTitle, link }: AboutOpening): Promise<Mail> {
  const words = {
    it: {
      subject: 'C’è una novità per la vostra opportunità',
      paragraphs: [
        `c’è una novità per «${openingTitle}».`,
        'La trovate nella pagina riservata: si legge in un minuto e si risponde in due tocchi.',
      ],
      action: { label: 'Leggete la novità', url: link },
      afterwards: [VALIDITY.it],
    },
    en: {
      subject: 'There is news about your opening',
      paragraphs: [
        `There is news about “${openingTitle}”.`,
        'You find it on a page of your own: a minute to read, two taps to answer.',
      ],
      action: { label: 'Read the news', url: link },
      afterwards: [VALIDITY.en],
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

/** The new link that she has just asked for. */
export function cardLinkRenewed(reader: Reader, { openingTitle, link }: AboutOpening): Promise<Mail> {
  const words = {
    it: {
      subject: 'Il nuovo link che avete chiesto',
      paragraphs: [`ecco un nuovo link per la pagina riservata di «${openingTitle}».`],
      action: { label: 'Aprite la pagina', url: link },
      afterwards: [VALIDITY.it],
    },
    en: {
      subject: 'The new link you asked for',
      paragraphs: [`Here is a new link to your page about “${openingTitle}”.`],
      action: { label: 'Open the page', url: link },
      afterwards: [VALIDITY.en],
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

/** A proposal is over. One text whatever the reason is, so that the reason can't be read from it. */
export function cardWithdrawn(
  reader: Reader,
  { openingTitle }: Pick<AboutOpening, 'openingTitle'>,
): Promise<Mail> {
  const words = {
    it: {
      subject: 'Un aggiornamento sulla vostra opportunità',
      paragraphs: [
        `la proposta che vi avevamo mandato per «${openingTitle}» non è più disponibile.`,
        'Continuiamo a cercare: appena c’è una novità vi scriviamo.',
      ],
    },
    en: {
      subject: 'An update on your opening',
      paragraphs: [
        `The proposal we had sent you for “${openingTitle}” is no longer available.`,
        'We keep searching, and write as soon as there is news.',
      ],
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

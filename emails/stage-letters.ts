import { onOurPaper, type Mail, type Reader } from './frame.tsx'

type AboutOpening = { openingTitle: string }
type WithLink = AboutOpening & { link: string }

/** A meeting is arranged, or arranged anew. Whom, when and where stay behind the link. */
export function meetingArranged(reader: Reader, { openingTitle, link }: WithLink): Promise<Mail> {
  const words = {
    it: {
      subject: 'Un aggiornamento sulla vostra opportunità',
      paragraphs: [
        `abbiamo fissato l’incontro per «${openingTitle}».`,
        'Giorno, ora e luogo sono nella pagina riservata. Se è già la seconda volta che ve lo scriviamo, qualcosa è cambiato: vale quello che leggete adesso.',
      ],
      action: { label: 'Leggete quando e dove', url: link },
      afterwards: ['Il link è personale e vale fino a due settimane dopo l’incontro.'],
    },
    en: {
      subject: 'An update on your opening',
      paragraphs: [
        `We have arranged the meeting for “${openingTitle}”.`,
        'Day, time and place are on a page of your own. If we have written this before, something has changed: what you read now is what counts.',
      ],
      action: { label: 'Read when and where', url: link },
      afterwards: ['The link is yours alone and lasts until two weeks after the meeting.'],
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

/** A meeting that was arranged will not be. One text whatever the reason is, so that the reason can't be read from it. */
export function meetingCalledOff(reader: Reader, { openingTitle }: AboutOpening): Promise<Mail> {
  const words = {
    it: {
      subject: 'Un aggiornamento sulla vostra opportunità',
      paragraphs: [
        `l’incontro fissato per «${openingTitle}» non si terrà.`,
        'Ci scusiamo per il cambio di programma. Chi vi segue nella rete vi chiama per dirvi come andare avanti.',
      ],
    },
    en: {
      subject: 'An update on your opening',
      paragraphs: [
        `The meeting arranged for “${openingTitle}” will not take place.`,
        'We are sorry for the change. Your contact at the network rings you to say what comes next.',
      ],
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

/** What a contract needs waits behind the link, for a short time. */
export function contractSent(reader: Reader, { openingTitle, link }: WithLink): Promise<Mail> {
  const words = {
    it: {
      subject: 'Un aggiornamento sulla vostra opportunità',
      paragraphs: [
        `i dati che vi servono per il contratto di «${openingTitle}» sono pronti.`,
        'Li leggete nella pagina riservata e li riportate subito nella comunicazione di assunzione.',
      ],
      action: { label: 'Aprite la pagina', url: link },
      afterwards: [
        'La pagina mostra i dati al massimo tre volte in sette giorni, poi si chiude. Se non basta, rispondete a questa e-mail.',
      ],
    },
    en: {
      subject: 'An update on your opening',
      paragraphs: [
        `What you need for the contract of “${openingTitle}” is ready.`,
        'Read it on a page of your own and put it straight into the notice of employment.',
      ],
      action: { label: 'Open the page', url: link },
      afterwards: [
        'The page shows it three times at most in seven days, then it closes. If that is not enough, answer this mail.',
      ],
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

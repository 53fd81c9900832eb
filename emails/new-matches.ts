import { onOurPaper, type Mail, type Reader } from './frame.tsx'

/** How much is new in a colleague's day. A mail is not a safe place: no code, no opening, nobody's name. */
export function newMatches(reader: Reader, { link, count }: { link: string; count: number }): Promise<Mail> {
  const words = {
    it: {
      subject: 'Novità nella tua giornata',
      paragraphs: [
        count === 1
          ? 'dall’ultima volta che hai guardato c’è 1 novità. La trovi nella tua giornata.'
          : `dall’ultima volta che hai guardato ci sono ${count} novità. Le trovi nella tua giornata.`,
      ],
      action: { label: 'Apri la tua giornata', url: link },
      afterwards: ['Ricevi al massimo una di queste mail al giorno. Puoi toglierla dal tuo profilo.'],
    },
    en: {
      subject: 'There is news in your day',
      paragraphs: [
        count === 1
          ? 'There is 1 new thing since you last looked. You find it in your day.'
          : `There are ${count} new things since you last looked. You find them in your day.`,
      ],
      action: { label: 'Open your day', url: link },
      afterwards: ['You get one of these mails a day at most. You can turn them off in your profile.'],
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

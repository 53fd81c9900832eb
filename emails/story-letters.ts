import { onOurPaper, type Mail, type Reader } from './frame.tsx'

type WithLink = { link: string }

/** A story was written for the company, which has the last word on it. */
export function storyApprovalAsked(reader: Reader, { link }: WithLink): Promise<Mail> {
  const words = {
    it: {
      subject: 'Una bozza da rileggere',
      paragraphs: [
        'abbiamo scritto una bozza della vostra storia. L’ultima parola è la vostra: potete approvarla, cambiarla o lasciar perdere.',
      ],
      action: { label: 'Leggi la bozza', url: link },
      afterwards: ['Finché non l’approvate non la vede nessun altro.'],
    },
    en: {
      subject: 'A draft for you to read',
      paragraphs: [
        'We have drafted your story. The last word is yours: approve it, change it, or let it go.',
      ],
      action: { label: 'Read the draft', url: link },
      afterwards: ['Until you approve it, nobody else sees it.'],
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

/** Would the company speak for the network? */
export function testimonialAsked(reader: Reader, { link }: WithLink): Promise<Mail> {
  const words = {
    it: {
      subject: 'Una domanda per la vostra azienda',
      paragraphs: [
        'ci piacerebbe che la vostra azienda raccontasse la sua esperienza ad altre: a un incontro, sul sito, o tutti e due.',
        'Si decide ogni volta insieme, e si può smettere quando si vuole.',
      ],
      action: { label: 'Rispondi alla domanda', url: link },
    },
    en: {
      subject: 'A question for your firm',
      paragraphs: [
        'We would like your firm to tell others of its experience: at an event, on the site, or both.',
        'Each time is agreed with you, and you can stop whenever you like.',
      ],
      action: { label: 'Answer the question', url: link },
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

import { onOurPaper, type Mail, type Reader } from './frame.tsx'

type Answered = { openingTitle: string; answer: 'interested' | 'talk' }

/** Thanks for an answer that goes somewhere, and what happens now. */
export function answerThanks(reader: Reader, { openingTitle, answer }: Answered): Promise<Mail> {
  const interested = answer === 'interested'
  const words = {
    it: {
      subject: 'Grazie per la risposta',
      paragraphs: [
        `grazie per aver risposto su «${openingTitle}».`,
        interested
          ? 'Entro un giorno lavorativo una persona della rete vi contatta per fissare l’incontro.'
          : 'Entro un giorno lavorativo una persona della rete vi richiama per parlarne.',
      ],
    },
    en: {
      subject: 'Thank you for your answer',
      paragraphs: [
        `Thank you for answering about “${openingTitle}”.`,
        interested
          ? 'Within one working day somebody of the network gets in touch to arrange the meeting.'
          : 'Within one working day somebody of the network calls you back to talk about it.',
      ],
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

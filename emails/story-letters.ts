import { onOurPaper, type Mail, type Reader } from './frame.tsx'

type WithLink = { link: string }

/** Would the company tell how it went? */
export function storyInvitation(reader: Reader, { link }: WithLink): Promise<Mail> {
  const words = {
    it: {
      subject: 'Ci raccontate com’è andata?',
      paragraphs: [
        'la vostra esperienza può servire a un’azienda come la vostra: quanto tempo è servito, che cosa ha funzionato, che cosa rifareste.',
        'Sono poche domande brevi. Si parla dell’azienda, non delle persone, e non esce niente senza il vostro sì.',
      ],
      action: { label: 'Raccontate com’è andata', url: link },
    },
    en: {
      subject: 'Will you tell how it went?',
      paragraphs: [
        'Your experience can help a firm like yours: how long it took, what worked, what you would do again.',
        'A few short questions are enough. They are about the firm, not about people, and nothing is published without your yes.',
      ],
      action: { label: 'Tell how it went', url: link },
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

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

/** The story is out. */
export function storyThanks(reader: Reader, { link }: WithLink): Promise<Mail> {
  const words = {
    it: {
      subject: 'La vostra storia è pubblicata',
      paragraphs: [
        'la vostra storia è sul sito. Grazie: è il modo migliore di farci conoscere da altre aziende.',
        'L’indirizzo è pubblico: potete usarlo dove volete. Se cambiate idea, la togliamo subito.',
      ],
      action: { label: 'Vedi la storia', url: link },
    },
    en: {
      subject: 'Your story is published',
      paragraphs: [
        'Your story is on the site. Thank you: there is no better way for other firms to hear of us.',
        'The address is public: use it wherever you like. If you change your mind, we take it down at once.',
      ],
      action: { label: 'See the story', url: link },
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

/** Does she know another firm? */
export function referralInvitation(reader: Reader, { link }: WithLink): Promise<Mail> {
  const words = {
    it: {
      subject: 'Conoscete un’azienda come la vostra?',
      paragraphs: [
        'il nostro lavoro cresce di passaparola. C’è un’azienda che vi viene in mente, a cui potremmo essere utili?',
        'Basta il nome: rispondete a questa e-mail, o ditecelo alla prossima telefonata. La chiamiamo noi, e diciamo che ce l’avete indicata voi solo se siete d’accordo.',
      ],
      action: { label: 'La vostra pagina', url: link },
    },
    en: {
      subject: 'Do you know a firm like yours?',
      paragraphs: [
        'Our work grows by word of mouth. Does a firm come to mind that we could be of use to?',
        'A name is enough: answer this mail, or tell us on our next call. We ring them, and mention you only if you agree.',
      ],
      action: { label: 'Your page', url: link },
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

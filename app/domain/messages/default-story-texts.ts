import type { MessageTexts } from './templates.ts'

/** Texts that ask a company for a story or a name, or thank it for one. */
export const storyTexts = {
  story_invitation: {
    it: {
      subject: 'Ci raccontate com’è andata?',
      body: `la vostra esperienza può servire a un’azienda come la vostra: quanto tempo è servito, che cosa ha funzionato, che cosa rifareste.

Sono poche domande brevi. Si parla dell’azienda, non delle persone, e non esce niente senza il vostro sì.`,
      action: 'Raccontate com’è andata',
    },
    en: {
      subject: 'Will you tell how it went?',
      body: `Your experience can help a firm like yours: how long it took, what worked, what you would do again.

A few short questions are enough. They are about the firm, not about people, and nothing is published without your yes.`,
      action: 'Tell how it went',
    },
  },
  story_thanks: {
    it: {
      subject: 'La vostra storia è pubblicata',
      body: `la vostra storia è sul sito. Grazie: è il modo migliore di farci conoscere da altre aziende.

L’indirizzo è pubblico: potete usarlo dove volete. Se cambiate idea, la togliamo subito.`,
      action: 'Vedete la storia',
    },
    en: {
      subject: 'Your story is published',
      body: `Your story is on the site. Thank you: there is no better way for other firms to hear of us.

The address is public: use it wherever you like. If you change your mind, we take it down at once.`,
      action: 'See the story',
    },
  },
  referral_invitation: {
    it: {
      subject: 'Conoscete un’azienda come la vostra?',
      body: `il nostro lavoro cresce di passaparola. C’è un’azienda che vi viene in mente, a cui potremmo essere utili?

Basta il nome: rispondete a questa e-mail, o ditecelo alla prossima telefonata. La chiamiamo noi, e diciamo che ce l’avete indicata voi solo se siete d’accordo.`,
      action: 'La vostra pagina',
    },
    en: {
      subject: 'Do you know a firm like yours?',
      body: `Our work grows by word of mouth. Does a firm come to mind that we could be of use to?

A name is enough: answer this mail, or tell us on our next call. We ring them, and mention you only if you agree.`,
      action: 'Your page',
    },
  },
} as const satisfies Record<string, MessageTexts>

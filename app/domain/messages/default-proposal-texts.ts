import type { MessageTexts } from './templates.ts'

/** Texts about a card. They say that there is something to read, never what it shows. */
export const proposalTexts = {
  proposal_reminder: {
    it: {
      subject: 'Un promemoria per la vostra opportunità',
      body: `la novità per «{opportunita}» è ancora da leggere.

Qualunque risposta va bene, anche «non ora»: ci aiuta a cercare meglio.`,
      action: 'Leggete e rispondete',
    },
    en: {
      subject: 'A reminder about your opening',
      body: `The news about “{opportunita}” is still waiting to be read.

Any answer is fine, “not now” too: it helps us to search better.`,
      action: 'Read and answer',
    },
  },
  proposal_reminder_last: {
    it: {
      subject: 'Un ultimo promemoria per la vostra opportunità',
      body: `la novità per «{opportunita}» è ancora da leggere.

È l’ultimo promemoria: se non è il momento, basta rispondere «non ora» e non insistiamo.`,
      action: 'Leggete e rispondete',
    },
    en: {
      subject: 'A last reminder about your opening',
      body: `The news about “{opportunita}” is still waiting to be read.

This is the last reminder: if this is not the moment, just answer “not now” and we leave it there.`,
      action: 'Read and answer',
    },
  },
  not_now_thanks: {
    it: {
      subject: 'Grazie per la risposta',
      body: `grazie per averci detto come stanno le cose per «{opportunita}».

Ne teniamo conto nella prossima ricerca. Quando è il momento, basta rispondere a questa e-mail.`,
      action: '',
    },
    en: {
      subject: 'Thank you for your answer',
      body: `Thank you for telling us how things stand with “{opportunita}”.

We keep it in mind in the next search. When the moment comes, just answer this mail.`,
      action: '',
    },
  },
} as const satisfies Record<string, MessageTexts>

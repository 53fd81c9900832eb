import type { MessageTexts } from './templates.ts'

/** Texts about a placement: its kind and its dates, never the person. */
export const placementTexts = {
  check_in: {
    it: {
      subject: 'Come sta andando?',
      body: `come sta andando {percorso}?

Due righe di risposta bastano. Se c’è qualcosa da sistemare (orari, compiti, lingua), una persona della rete vi chiama in giornata.`,
      action: '',
    },
    en: {
      subject: 'How is it going?',
      body: `How is {percorso} going?

Two lines are enough. If something needs fixing (hours, tasks, language), somebody of the network calls you the same day.`,
      action: '',
    },
  },
  internship_ends_soon: {
    it: {
      subject: 'Il tirocinio sta per finire',
      body: `il tirocinio in corso da voi finisce il {fine}.

È il momento di pensare al dopo: assunzione, proroga o chiusura. Una persona della rete vi chiama; su contratti e incentivi vi portiamo i conti già fatti.`,
      action: '',
    },
    en: {
      subject: 'The internship is about to end',
      body: `The internship at your firm ends on {fine}.

It is time to think of what comes next: a contract, an extension or a good ending. Somebody of the network calls you, with the figures on contracts and incentives worked out.`,
      action: '',
    },
  },
  hire_thanks: {
    it: {
      subject: 'Grazie per l’assunzione',
      body: `grazie per l’assunzione: è un passo importante, e lo avete fatto voi.

Restiamo a disposizione. Tra tre mesi ci facciamo vivi per sapere come va.`,
      action: '',
    },
    en: {
      subject: 'Thank you for the hire',
      body: `Thank you for the hire: it is a big step, and it was yours.

We remain at hand, and get in touch in three months to hear how it goes.`,
      action: '',
    },
  },
} as const satisfies Record<string, MessageTexts>

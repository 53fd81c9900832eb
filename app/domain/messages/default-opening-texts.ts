import type { MessageTexts } from './templates.ts'

/** Texts about an opening, in force until a coordinator writes others. No counts: they would speak of persons. */
export const openingTexts = {
  opening_acknowledged: {
    it: {
      subject: 'Abbiamo ricevuto la vostra opportunità',
      body: `grazie: l’opportunità «{opportunita}» è arrivata alla rete.

Entro un giorno lavorativo vi chiama una persona della rete, per capire bene che cosa vi serve. Chi proponiamo è sempre qualcuno che con quegli orari e quei compiti può lavorare davvero.`,
      action: 'Rivedete l’opportunità',
    },
    en: {
      subject: 'We have received your opening',
      body: `Thank you: your opening “{opportunita}” has reached the network.

Within one working day somebody of the network calls you, to understand exactly what you need. Whoever we propose can really work those hours and do those tasks.`,
      action: 'See the opening',
    },
  },
  no_match: {
    it: {
      subject: 'A che punto siamo con la vostra opportunità',
      body: `stiamo ancora cercando per «{opportunita}»: preferiamo dirvelo piuttosto che tacere.

L’abbiamo confrontata con le disponibilità di tutta la rete e ne abbiamo parlato con chi segue le persone: per ora non abbiamo una proposta che regga.

{consiglio} Se è possibile, si cambia in un minuto.`,
      action: 'Rivedete l’opportunità',
    },
    en: {
      subject: 'Where we are with your opening',
      body: `We are still searching for “{opportunita}”, and would rather tell you than keep silent.

We compared it with the availability in the whole network and talked to those who work with people: for now we have no proposal that would hold.

{consiglio} If that is possible, it takes a minute to change.`,
      action: 'See the opening',
    },
  },
  opening_still_open: {
    it: {
      subject: 'La vostra opportunità è ancora aperta?',
      body: `l’opportunità «{opportunita}» è pubblicata da un po’. È ancora valida?

Basta un tocco per dirci che resta aperta, per metterla in pausa o per chiuderla: noi ci regoliamo.`,
      action: 'Rispondete con un tocco',
    },
    en: {
      subject: 'Is your opening still open?',
      body: `The opening “{opportunita}” was posted some time ago. Does it still stand?

One tap tells us that it stays open, pauses it or closes it: we act on it.`,
      action: 'Answer with one tap',
    },
  },
} as const satisfies Record<string, MessageTexts>

import type { MessageTexts } from './templates.ts'

/** Texts about an event of the network, in force until a coordinator writes others. */
export const eventTexts = {
  event_invitation: {
    it: {
      subject: 'Un invito per la vostra azienda',
      body: `vi invitiamo a «{evento}»: {quando}, {luogo}.

{scopo}

Ci fa piacere sapere se venite: basta un tocco, e va bene anche un no.`,
      action: 'Rispondete all’invito',
    },
    en: {
      subject: 'An invitation for your firm',
      body: `We invite you to “{evento}”: {quando}, {luogo}.

{scopo}

We would like to know whether you are coming: one tap is enough, and a no is fine too.`,
      action: 'Answer the invitation',
    },
  },
  event_reminder: {
    it: {
      subject: 'Ci sarete all’incontro?',
      body: `qualche giorno fa vi abbiamo invitati a «{evento}»: {quando}, {luogo}.

Ci dite se contiamo su di voi? Basta un tocco, e un no ci aiuta quanto un sì.`,
      action: 'Rispondete all’invito',
    },
    en: {
      subject: 'Will you be at the event?',
      body: `A few days ago we invited you to “{evento}”: {quando}, {luogo}.

Can we count on you? One tap is enough, and a no helps as much as a yes.`,
      action: 'Answer the invitation',
    },
  },
  event_moved: {
    it: {
      subject: 'L’incontro è cambiato: giorno e luogo nuovi',
      body: `«{evento}» è cambiato. Ora è così: {quando}, {luogo}.

Se così per voi non va più bene, o se adesso potete venire, ditecelo con un tocco.`,
      action: 'Confermate o cambiate risposta',
    },
    en: {
      subject: 'The event has changed: new day and place',
      body: `“{evento}” has changed. It is now: {quando}, {luogo}.

If that no longer suits you, or if you can come now, tell us with one tap.`,
      action: 'Confirm or change your answer',
    },
  },
  event_called_off: {
    it: {
      subject: 'L’incontro non si tiene',
      body: `«{evento}», previsto per {quando}, non si tiene più. Ci scusiamo per il cambio di programma.

Se ci sarà una nuova data vi scriviamo. Per qualsiasi cosa basta rispondere a questa e-mail.`,
      action: '',
    },
    en: {
      subject: 'The event has been called off',
      body: `“{evento}”, planned for {quando}, will not take place. We are sorry for the change.

If there is a new date, we write to you. For anything else, just answer this mail.`,
      action: '',
    },
  },
} as const satisfies Record<string, MessageTexts>

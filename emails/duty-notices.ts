import { onOurPaper, type Mail, type Reader } from './frame.tsx'

/** The register of who did what does not add up. What was found, and where, is said behind the sign-in. */
export function auditBroken(reader: Reader, { link }: { link: string }): Promise<Mail> {
  const words = {
    it: {
      subject: 'Il registro delle attività va controllato',
      paragraphs: [
        'il controllo di questa notte ha trovato che il registro di chi ha fatto che cosa non è intero. Qualcuno può averlo modificato, oppure è stata rimessa una copia vecchia dei dati.',
        'Prima di cambiare qualsiasi cosa metti da parte una copia dei dati e del file delle ancore, e senti chi mantiene il sistema.',
      ],
      action: { label: 'Guarda che cosa è stato trovato', url: link },
    },
    en: {
      subject: 'The activity register needs a look',
      paragraphs: [
        'Last night’s check found that the register of who did what is not whole. Somebody may have changed it, or an old copy of the data was put back.',
        'Before you change anything, set aside a copy of the data and of the file of anchors, and speak to whoever maintains the system.',
      ],
      action: { label: 'See what was found', url: link },
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

/** A colleague opened many files on a day. Who, is said behind the sign-in; whose files, nowhere. */
export function unusualReading(reader: Reader, { link }: { link: string }): Promise<Mail> {
  const words = {
    it: {
      subject: 'Molti fascicoli aperti in un giorno',
      paragraphs: [
        'oggi una persona della rete ha aperto più fascicoli di quanti di solito ne servano. Può avere un buon motivo: chiediglielo.',
      ],
      action: { label: 'Apri gli avvisi', url: link },
    },
    en: {
      subject: 'Many files opened in a day',
      paragraphs: [
        'Today somebody of the network opened more files than work usually needs. There may be a good reason: ask.',
      ],
      action: { label: 'Open the notices', url: link },
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

/** Of some of a colleague's people nothing was heard for a year. Who, is said behind the sign-in. */
export function peopleQuiet(reader: Reader, { link }: { link: string }): Promise<Mail> {
  const words = {
    it: {
      subject: 'C’è chi non si fa sentire da un anno',
      paragraphs: [
        'nel fascicolo di qualcuno che segui non succede niente da dodici mesi. Senti se vuole continuare: dopo 24 mesi senza contatti i dati si cancellano da soli.',
      ],
      action: { label: 'Guarda chi', url: link },
    },
    en: {
      subject: 'Somebody was not heard from for a year',
      paragraphs: [
        'Nothing has happened for twelve months in a file that you follow. Ask whether the person wants to go on: after 24 months without contact the data are erased by themselves.',
      ],
      action: { label: 'See who', url: link },
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

import { onOurPaper, type Mail, type Reader } from './frame.tsx'

/** A way to sign in is another than before. Which one is said behind the sign-in: the mail tells whoever reads along nothing. */
export function factorsChanged(reader: Reader, { link }: { link: string }): Promise<Mail> {
  const words = {
    it: {
      subject: 'È cambiato il modo in cui entri',
      paragraphs: [
        'è cambiata una delle cose con cui entri in Passaparola: la password, il codice temporaneo, una passkey o i codici di riserva.',
        'Se sei stata o stato tu, non devi fare niente. Se no, avvisa subito chi amministra la rete: chiude gli accessi e ti manda un nuovo invito.',
      ],
      action: { label: 'Guarda con che cosa si entra', url: link },
    },
    en: {
      subject: 'How you sign in has changed',
      paragraphs: [
        'One of the things with which you sign in to Passaparola has changed: the password, the one-time code, a passkey or the recovery codes.',
        'If it was you, there is nothing to do. If not, tell the network’s administrator at once: the sessions are ended and you get a new invitation.',
      ],
      action: { label: 'See what opens your account', url: link },
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

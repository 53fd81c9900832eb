import { onOurPaper, type Mail, type Reader } from './frame.tsx'

/** The link that somebody asked for in order to sign in. */
export function signInLink(reader: Reader, { link }: { link: string }): Promise<Mail> {
  const words = {
    it: {
      subject: 'Il link per accedere a Passaparola',
      paragraphs: ['ecco il link per accedere, senza password.'],
      action: { label: 'Accedi', url: link },
      afterwards: [
        'Vale 15 minuti e una volta sola.',
        'Se non l’hai chiesto tu, non fare niente: senza questo link nessuno può entrare.',
      ],
    },
    en: {
      subject: 'Your link to sign in to Passaparola',
      paragraphs: ['Here is the link to sign in, without a password.'],
      action: { label: 'Sign in', url: link },
      afterwards: [
        'It lasts 15 minutes and works once.',
        'If you did not ask for it, do nothing: without this link nobody can get in.',
      ],
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

import { onOurPaper, type Mail, type Reader } from './frame.tsx'

/** The welcome of a company that has signed up, with the way in. */
export function companyWelcome(reader: Reader, { link }: { link: string }): Promise<Mail> {
  const words = {
    it: {
      subject: 'Benvenuti in Passaparola: ecco il link per entrare',
      paragraphs: [
        'grazie per aver iscritto la vostra azienda.',
        'Con questo link entrate nella vostra area e potete pubblicare subito un’opportunità: quattro passi brevi, salvati uno per uno.',
        'Intanto verifichiamo i dati dell’azienda: vi chiamiamo noi. Fatto questo, vi arrivano le proposte.',
      ],
      action: { label: 'Entrate nella vostra area', url: link },
      afterwards: [
        'Il link vale 15 minuti e una volta sola; dalla pagina di accesso ne potete chiedere un altro quando volete.',
        'Se non siete stati voi a iscrivervi, ignorate questa e-mail.',
      ],
    },
    en: {
      subject: 'Welcome to Passaparola: here is your way in',
      paragraphs: [
        'Thank you for signing your firm up.',
        'This link takes you to your own area, where you can post an opening at once: four short steps, each of them saved.',
        'Meanwhile we check the firm’s details and give you a call. After that, proposals can reach you.',
      ],
      action: { label: 'Go to your area', url: link },
      afterwards: [
        'The link lasts 15 minutes and works once; the sign-in page gives you another whenever you like.',
        'If it was not you who signed up, ignore this mail.',
      ],
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

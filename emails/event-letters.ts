import { onOurPaper, type Mail, type Reader } from './frame.tsx'

type AboutEvent = {
  title: string
  startsAt: Date
  endsAt: Date
  place: string
  purpose: string
  link: string
  calledOff: boolean
}

const clock = (tag: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(tag, { ...options, timeZone: 'Europe/Rome' })

const days = {
  it: clock('it-IT', { dateStyle: 'full' }),
  en: clock('en-GB', { dateStyle: 'full' }),
}
const hours = clock('en-GB', { timeStyle: 'short' })

/** An event of the network, for the people of an organisation that is invited: or that it does not take place. */
export function eventForColleagues(reader: Reader, event: AboutEvent): Promise<Mail> {
  const { title, startsAt, endsAt, place, purpose, link, calledOff } = event
  const { locale } = reader
  const [day, from, until] = [days[locale].format(startsAt), hours.format(startsAt), hours.format(endsAt)]
  const words = {
    it: {
      subject: calledOff ? 'Un evento della rete non si tiene' : 'Un evento della rete: ci sarete?',
      paragraphs: calledOff
        ? [`«${title}», previsto per ${day}, non si tiene più. Le aziende invitate ricevono un avviso.`]
        : [
            `il tuo ente è invitato a «${title}»: ${day}, dalle ${from} alle ${until}, ${place}.`,
            purpose,
            'Chi arriva per primo risponde per tutto l’ente, dalla pagina dell’evento.',
          ],
      action: { label: 'Apri l’evento', url: link },
    },
    en: {
      subject: calledOff
        ? 'An event of the network is called off'
        : 'An event of the network: will you be there?',
      paragraphs: calledOff
        ? [`“${title}”, planned for ${day}, will not take place. The invited firms are told.`]
        : [
            `Your organisation is invited to “${title}”: ${day}, ${from} to ${until}, ${place}.`,
            purpose,
            'Whoever is first answers for the whole organisation, on the page of the event.',
          ],
      action: { label: 'Open the event', url: link },
    },
  }
  return onOurPaper(reader, words[locale])
}

import {
  Body,
  Button,
  Container,
  Head,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components'
import { renderToStaticMarkup } from 'react-dom/server'

export type Locale = 'it' | 'en'

/** What every mail knows of who reads it: a first name, a language, and how to get no more of these. */
export type Reader = { locale: Locale; firstName: string; unsubscribeUrl: string | null }

export type Mail = { subject: string; html: string; text: string }

/** One mail in one language. */
export type Words = {
  subject: string
  /** Said in full sentences; no name but the reader's, nobody's organisation. */
  paragraphs: readonly string[]
  action?: { label: string; url: string }
  /** After the link: how long it lasts, what to do if the mail is a mistake. */
  afterwards?: readonly string[]
}

/** The colours of the site, so that a mail and the page it opens are seen to belong together. */
const INK = '#17302d'
const QUIET = '#4b615e'
const BRAND = '#0b5d57'
const FONT = "'Titillium Web', 'Segoe UI', Arial, sans-serif"

/** Mail programs read styles on the elements themselves, and our policy for pages does not reach them. */
const looks = {
  body: { style: { backgroundColor: '#faf8f4', fontFamily: FONT, margin: '0', padding: '24px 12px' } },
  container: {
    style: {
      backgroundColor: '#ffffff',
      maxWidth: '560px',
      padding: '32px',
      border: '1px solid #e4e5df',
      borderRadius: '14px',
    },
  },
  brand: { style: { color: BRAND, fontSize: '18px', fontWeight: 700, margin: '0 0 24px' } },
  text: { style: { color: INK, fontSize: '16px', lineHeight: '26px', margin: '0 0 16px' } },
  button: {
    style: {
      backgroundColor: BRAND,
      borderRadius: '10px',
      color: '#ffffff',
      fontSize: '16px',
      fontWeight: 700,
      padding: '14px 24px',
      textDecoration: 'none',
    },
  },
  small: { style: { color: QUIET, fontSize: '14px', lineHeight: '22px', margin: '12px 0 8px' } },
  // A long address breaks where it must: a telephone never scrolls sideways for it.
  link: { style: { color: BRAND, textDecoration: 'underline', wordBreak: 'break-all' } },
  signature: { style: { color: INK, fontSize: '16px', lineHeight: '26px', margin: '24px 0 16px' } },
  rule: { style: { borderColor: '#e4e5df', margin: '24px 0 16px' } },
} as const

const common = {
  it: {
    greeting: (name: string) => `Buongiorno ${name},`,
    signature: 'La rete Passaparola',
    plainLink: 'Se il pulsante non funziona, questo è l’indirizzo da copiare nel browser:',
    why: 'Questa e-mail arriva dalla rete Passaparola, che in Piemonte avvicina aziende e persone in cerca di lavoro.',
    unsubscribe: 'Non ricevere più messaggi automatici',
  },
  en: {
    greeting: (name: string) => `Dear ${name},`,
    signature: 'The Passaparola network',
    plainLink: 'If the button does not work, copy this address into your browser:',
    why: 'This mail comes from the Passaparola network, which brings firms and people who look for work in Piemonte together.',
    unsubscribe: 'Stop automatic messages',
  },
} as const

function Letter({ reader, words }: { reader: Reader; words: Words }) {
  const { locale, firstName, unsubscribeUrl } = reader
  const { subject, paragraphs, action, afterwards = [] } = words
  const said = common[locale]
  return (
    <Html lang={locale}>
      <Head />
      <Preview>{subject}</Preview>
      <Body {...looks.body}>
        <Container {...looks.container}>
          <Text {...looks.brand}>Passaparola</Text>
          <Text {...looks.text}>{said.greeting(firstName)}</Text>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} {...looks.text}>
              {paragraph}
            </Text>
          ))}
          {action ? (
            <Section>
              <Button href={action.url} {...looks.button}>
                {action.label}
              </Button>
              <Text {...looks.small}>{said.plainLink}</Text>
              <Text {...looks.small}>
                <Link href={action.url} {...looks.link}>
                  {action.url}
                </Link>
              </Text>
            </Section>
          ) : null}
          {afterwards.map((line) => (
            <Text key={line} {...looks.small}>
              {line}
            </Text>
          ))}
          <Text {...looks.signature}>{said.signature}</Text>
          <Hr {...looks.rule} />
          <Text {...looks.small}>{said.why}</Text>
          {unsubscribeUrl ? (
            <Text {...looks.small}>
              <Link href={unsubscribeUrl} {...looks.link}>
                {said.unsubscribe}
              </Link>
            </Text>
          ) : null}
        </Container>
      </Body>
    </Html>
  )
}

/** The plain twin of a letter: written, not derived, so that it reads as a letter and holds each address once. */
function plainText({ locale, firstName, unsubscribeUrl }: Reader, words: Words): string {
  const said = common[locale]
  const { paragraphs, action, afterwards = [] } = words
  return [
    said.greeting(firstName),
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...afterwards,
    said.signature,
    `-- \n${said.why}`,
    ...(unsubscribeUrl ? [`${said.unsubscribe}:\n${unsubscribeUrl}`] : []),
  ].join('\n\n')
}

/** Mail programs fall back to the layout of old browsers without it. */
const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'

/** Puts a letter on our paper: HTML without images, scripts or anything fetched from elsewhere, and its plain twin. */
export async function onOurPaper(reader: Reader, words: Words): Promise<Mail> {
  const html = DOCTYPE + renderToStaticMarkup(<Letter reader={reader} words={words} />)
  return { subject: words.subject, html, text: plainText(reader, words) }
}

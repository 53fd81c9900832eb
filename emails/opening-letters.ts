import { onOurPaper, type Mail, type Reader } from './frame.tsx'

type Question = { subject: string; body: string; link: string }

/** A question of ours about an opening: written by a person of the network, whose paragraphs are kept. */
export function openingQuestion(reader: Reader, { subject, body, link }: Question): Promise<Mail> {
  const labels = { it: 'Apri l’opportunità', en: 'Open the opening' }
  const paragraphs = body.split(/\n\s*\n/).map((paragraph) => paragraph.trim())
  return onOurPaper(reader, {
    subject,
    paragraphs: paragraphs.filter((paragraph) => paragraph !== ''),
    action: { label: labels[reader.locale], url: link },
  })
}

/** A field of a form as a page of ours writes it. */
type Field = {
  name: string
  type: string
  value: string
  most: number
  required: boolean
  checked: boolean
}

/** A form of a page: where it goes, its fields, and the first button that sends it. */
export type PageForm = { action: string; fields: Field[]; button: [string, string] | null }

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }
const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name: string) => ENTITIES[name] ?? '')

function attributesOf(tag: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name, value] of tag.matchAll(/\s([a-zA-Z:-]+)(?:="([^"]*)")?/g))
    found.set((name ?? '').toLowerCase(), plain(value ?? ''))
  return found
}

function fieldOf(tag: string, type: string, value: string): Field {
  const attributes = attributesOf(tag)
  return {
    name: attributes.get('name') ?? '',
    type,
    value,
    most: Number(attributes.get('maxlength') ?? Number.POSITIVE_INFINITY),
    required: attributes.has('required'),
    checked: attributes.has('checked'),
  }
}

const inputsOf = (html: string): Field[] =>
  [...html.matchAll(/<input\b[^>]*>/g)].map(([tag]) => {
    const attributes = attributesOf(tag)
    return fieldOf(tag, attributes.get('type') ?? 'text', attributes.get('value') ?? '')
  })

const areasOf = (html: string): Field[] =>
  [...html.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g)].map(([, tag, value]) =>
    fieldOf(tag ?? '', 'textarea', plain(value ?? '')),
  )

/** A list to choose from, at what is chosen or else at the first that says something. */
const choicesOf = (html: string): Field[] =>
  [...html.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)].map(([, tag, inside]) => {
    const options = [...(inside ?? '').matchAll(/<option\b[^>]*>/g)].map(([option]) => attributesOf(option))
    const chosen =
      options.find((option) => option.has('selected')) ?? options.find((option) => option.get('value'))
    return fieldOf(tag ?? '', 'select', chosen?.get('value') ?? '')
  })

/** The forms of a page that change something. */
export function formsOnPage(html: string, path: string): PageForm[] {
  return [...html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/g)].flatMap(([, tag = '', inside = '']) => {
    const attributes = attributesOf(tag)
    if (attributes.get('method')?.toLowerCase() !== 'post') return []
    const button = [...inside.matchAll(/<button\b[^>]*>/g)]
      .map(([one]) => attributesOf(one))
      .find((one) => one.get('type') !== 'button')
    const name = button?.get('name')
    return [
      {
        action: attributes.get('action') ?? path,
        fields: [...inputsOf(inside), ...areasOf(inside), ...choicesOf(inside)].filter(
          (field) => field.name !== '',
        ),
        button: name ? [name, button?.get('value') ?? ''] : null,
      },
    ]
  })
}

export const isText = ({ type }: Pick<Field, 'type'>): boolean =>
  ['text', 'search', 'textarea'].includes(type)

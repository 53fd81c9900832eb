const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data']
const MAX_FIELDS = 200
const MAX_NAME_LENGTH = 200
const MAX_DEPTH = 6
const MAX_LIST_INDEX = 200
const RESERVED = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * What is wrong with a form: 415 for what is no form, 400 for one that no page of ours could have sent, null for
 * a sound one. Values are left to each action's schema; names are checked here, because names such as
 * `a[0][0]…` and `a[999999999]` become nested objects and lists before any schema sees them (3,000 levels crash
 * the encoder of Remix's answers).
 */
export async function formFault(body: Buffer, contentType: string | undefined): Promise<400 | 415 | null> {
  if (body.length === 0) return null
  const type = contentType?.split(';')[0]?.trim().toLowerCase()
  if (!contentType || !type || !FORM_TYPES.includes(type)) return 415
  const form = await parse(body, contentType)
  if (form === null) return 400
  const fields = [...form]
  const sound = fields.length <= MAX_FIELDS && fields.every(([name, value]) => isSound(name, value))
  return sound ? null : 400
}

/** Parsed by the same code that `request.formData()` runs later, so that both see the same fields. */
async function parse(body: Buffer, contentType: string): Promise<FormData | null> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } }).formData()
  } catch {
    return null
  }
}

function isSound(name: string, value: FormDataEntryValue): boolean {
  const text = name + (typeof value === 'string' ? value : value.name)
  if (text.includes('\0') || name.length > MAX_NAME_LENGTH) return false
  const parts = name.split(/[.[\]]+/)
  return parts.length <= MAX_DEPTH && parts.every(isSoundPart)
}

function isSoundPart(part: string): boolean {
  return !RESERVED.has(part) && (!/^\d+$/.test(part) || Number(part) <= MAX_LIST_INDEX)
}

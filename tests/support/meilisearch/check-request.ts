import { type z } from 'zod'
import { NotInStandIn, Refusal } from './errors.ts'
import { notHere } from './requests.ts'

/** How a family of requests names its errors: `invalid_<prefix>_<field>`, but for the fields listed. */
export type Naming = { prefix: string; missing?: Record<string, string>; own?: Record<string, string> }

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

type Issue = z.core.$ZodIssue

/** The field that an issue is about; lists around it (`queries`, places in an array) name no error of their own. */
function fieldOf(path: readonly PropertyKey[]): string | undefined {
  return path.find((part): part is string => typeof part === 'string' && part !== 'queries')
}

function refusalOf(issue: Issue, value: unknown, naming: Naming): Refusal {
  const where = issue.path.length > 0 ? ` at \`.${issue.path.map(String).join('.')}\`` : ''
  const field = fieldOf(issue.path)
  if (field === undefined) return new Refusal('bad_request', `Invalid value type${where}: ${issue.message}`)
  const missing = naming.missing?.[field]
  if (missing !== undefined && issue.path.at(-1) === field && valueAt(value, issue.path) === undefined) {
    return new Refusal(missing, `Missing field \`${field}\``)
  }
  const code = naming.own?.[field] ?? `invalid_${naming.prefix}_${snake(field)}`
  return new Refusal(code, `Invalid value${where}: ${issue.message}`)
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inside, part) => (inside as Record<PropertyKey, unknown> | undefined)?.[part], value)

/**
 * Reads a body or the parameters of an address as the server would.
 * @throws Refusal with the code of the first field that is wrong; `bad_request` for one that is unknown.
 */
export function read<T extends z.ZodType>(schema: T, value: unknown, naming: Naming): z.output<T> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const unknown = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [],
  )
  const later = unknown.find((field) => notHere.get(schema)?.includes(field))
  if (later !== undefined) throw new NotInStandIn(`field \`${later}\``)
  if (unknown.length > 0) throw new Refusal('bad_request', `Unknown field \`${String(unknown[0])}\``)
  throw refusalOf(result.error.issues[0] as Issue, value, naming)
}

import { z } from 'zod'

const DEMO_SECRETS = new Set(['change-me', 'secret', 'demo', 'default'])

const url = (protocols: string[], what: string) =>
  z.string().refine(
    (value) => {
      try {
        return protocols.includes(new URL(value).protocol)
      } catch {
        return false
      }
    },
    { error: `must be ${what}` },
  )

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** Keys of before, the latest first, with commas between them. */
const former = (check: (value: string) => boolean, message: string) =>
  z
    .string()
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    )
    .refine((values) => values.length <= 4 && values.every(check), { error: message })

const isKey = (value: string): boolean => Buffer.from(value, 'base64').length === 32

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
    APP_MODE: z.enum(['demo', 'production', 'test']).default('production'),
    APP_URL: url(['http:', 'https:'], 'an http(s) address such as https://lavoro.example.org'),
    PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65535).default(3000),
    DATABASE_URL: url(
      ['postgres:', 'postgresql:'],
      'a postgresql:// address of the web role, for a worker of its own',
    ),
    DATABASE_OWNER_URL: optional(url(['postgres:', 'postgresql:'], 'a postgresql:// address of the owner')),
    /** For whoever starts a worker, and tells it this address as DATABASE_URL. */
    DATABASE_WORKER_URL: optional(
      url(['postgres:', 'postgresql:'], 'a postgresql:// address of the worker role'),
    ),
    REDIS_URL: optional(url(['redis:', 'rediss:'], 'a redis:// address')),
    MEILI_URL: optional(url(['http:', 'https:'], 'an http(s) address')),
    MEILI_SEARCH_KEY: optional(z.string()),
    MEILI_INDEX_KEY: optional(z.string()),
    SMTP_URL: optional(url(['smtp:', 'smtps:'], 'an smtp:// address')),
    /** Where answers to our mails go; the thread is put after a plus. Needs INBOUND_SECRET or IMAP_URL to be read. */
    INBOUND_ADDRESS: optional(z.email({ error: 'must be an e-mail address' })),
    INBOUND_SECRET: optional(z.string().min(32, { error: 'is too short: at least 32 random characters' })),
    IMAP_URL: optional(url(['imap:', 'imaps:'], 'an imaps:// address')),
    MAIL_FROM: z.string().min(3).default('Passaparola <rete@passaparola.example>'),
    APP_SECRET: z.string({ error: 'is missing: at least 32 random characters' }).min(32, {
      error: 'is too short: at least 32 random characters',
    }),
    MASTER_KEY: z
      .string({ error: 'is missing: 32 random bytes in base64' })
      .refine(isKey, { error: 'must be 32 bytes in base64' }),
    /** What MASTER_KEY and APP_SECRET were before; needed until keys:rotate says that it is done. */
    MASTER_KEY_OLD: former(
      isKey,
      'must be at most four keys of 32 bytes in base64, with commas between them',
    ),
    APP_SECRET_OLD: former(
      (value) => value.length >= 32,
      'must be at most four former secrets of at least 32 characters, with commas between them',
    ),
    /** The virus scanner; where it is set and does not answer, no file is taken. */
    CLAMAV_URL: optional(url(['tcp:', 'unix:'], 'tcp://host:3310 or unix:/path/of/the/socket')),
    TRUSTED_PROXY: optional(z.string()),
    /** Where the heads of the audit are written each minute: outside of the database and of what restores it. */
    AUDIT_ANCHORS: z.string().min(1).default('.data/audit/anchors.log'),
    /** Where erasures are written down, so that restoring a backup repeats them: beside the anchors. */
    ERASURE_LEDGER: z.string().min(1).default('.data/audit/erasures.log'),
    METRICS_TOKEN: optional(z.string().min(16, { error: 'must have at least 16 characters' })),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    DEMO_ACCOUNTS: optional(z.string()),
  })
  .superRefine((value, context) => {
    const refuse = (path: string, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message })
    }
    if (value.MEILI_URL) {
      for (const name of ['MEILI_SEARCH_KEY', 'MEILI_INDEX_KEY'] as const) {
        if (!value[name]) refuse(name, 'is missing: MEILI_URL needs it, see README.md')
      }
      if (value.MEILI_INDEX_KEY && value.MEILI_INDEX_KEY === value.MEILI_SEARCH_KEY) {
        refuse('MEILI_INDEX_KEY', 'must be another key than MEILI_SEARCH_KEY')
      }
    }
    for (const name of ['MASTER_KEY', 'APP_SECRET'] as const) {
      if (value[`${name}_OLD`].includes(value[name]))
        refuse(`${name}_OLD`, `holds ${name} itself: it is for those before it`)
    }
    if (value.APP_MODE !== 'production') return
    if (DEMO_SECRETS.has(value.APP_SECRET) || /^(.)\1+$/.test(value.APP_SECRET)) {
      refuse('APP_SECRET', 'is a default secret: make your own')
    }
    if (/^(.)\1+=*$/.test(value.MASTER_KEY)) refuse('MASTER_KEY', 'is a default key: make your own')
    if (value.DEMO_ACCOUNTS) refuse('DEMO_ACCOUNTS', 'demo accounts are refused in production')
    if (value.NODE_ENV !== 'production') refuse('NODE_ENV', 'must be production')
  })

export type Env = z.infer<typeof schema>

/**
 * Parses a set of variables into the configuration.
 * @throws Error with one line for every wrong or missing variable, values never included.
 */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const result = schema.safeParse(variables)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`)
  throw new Error(`The configuration is not usable:\n${lines.join('\n')}`)
}

let parsed: Env | undefined

/** The process's configuration, parsed at the first call. */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}

/** The names of every variable the product knows; `compose.yaml` is checked against it. */
export const knownVariables: readonly string[] = Object.keys(schema.shape)

import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')

/** The other halves of circles, which are reported once. */
const returns: [from: string, imports: string][] = [
  ['app/web/cycle-b.ts', './cycle-a.ts'],
  ['app/domain/consent/b.ts', '#app/domain/shared/ids.ts'],
  ['app/domain/trust/d.ts', '#app/domain/shared/ids.ts'],
]

/** What exists in the planted tree for others to import. */
const targets = [
  'app/domain/companies/rules.ts',
  'app/domain/companies/list-companies.server.ts',
  'app/domain/shared/with-actor.server.ts',
  'app/domain/shared/as-ourselves.server.ts',
  'app/domain/shared/ids.ts',
  'app/domain/candidates/read-candidate.server.ts',
  'app/domain/person-copy/copy-person.server.ts',
  'app/domain/proposals/preview-card.server.ts',
  'app/domain/proposals/read-card.server.ts',
  'app/domain/stages/arrange-meeting.server.ts',
  'app/domain/stages/read-meeting.server.ts',
  'db/schema/candidates.ts',
  'app/platform/log.server.ts',
  'app/web/define.server.ts',
  'app/ui/Card.tsx',
  'app/routes/company/openings/route.tsx',
  'db/client.ts',
  'db/schema/companies.ts',
  'workers/relay.ts',
  'emails/invitation.tsx',
  'tests/support/world.ts',
  ...['@remix-run/node', 'react', 'bullmq', 'nodemailer', 'drizzle-orm'].map(
    (name) => `node_modules/${name}/index.js`,
  ),
]

/** Rule, file, and what it must not import. */
const forbidden: [rule: string, from: string, imports: string][] = [
  ['app-not-to-processes', 'app/domain/stories/a.server.ts', '#workers/relay.ts'],
  ['app-not-to-processes', 'app/web/a.server.ts', '#emails/invitation.tsx'],
  ['app-not-to-processes', 'app/platform/a.server.ts', '#tests/support/world.ts'],
  ['interface-not-to-database', 'app/routes/desk/a/route.tsx', '#db/schema/companies.ts'],
  ['interface-not-to-database', 'app/web/b.server.ts', '#db/client.ts'],
  ['interface-not-to-database', 'app/root.tsx', '#db/client.ts'],
  ['interface-not-to-database', 'app/routes/desk/b/route.tsx', 'drizzle-orm'],
  ['route-not-to-route', 'app/routes/company/home/route.tsx', '#app/routes/company/openings/route.tsx'],
  ['route-not-to-route', 'app/routes/desk/openings/route.tsx', '#app/routes/company/openings/route.tsx'],
  ['nobody-to-routes', 'app/web/c.server.ts', '#app/routes/company/openings/route.tsx'],
  ['ui-is-plain', 'app/ui/A.tsx', '#app/domain/companies/list-companies.server.ts'],
  ['ui-is-plain', 'app/ui/B.tsx', '#app/platform/log.server.ts'],
  ['domain-not-upwards', 'app/domain/stories/b.server.ts', '#app/web/define.server.ts'],
  ['domain-not-upwards', 'app/domain/stories/c.server.ts', '#app/ui/Card.tsx'],
  ['domain-without-frameworks', 'app/domain/stories/d.server.ts', '@remix-run/node'],
  ['domain-without-frameworks', 'app/domain/stories/e.ts', 'react'],
  ['domain-without-frameworks', 'app/domain/stories/f.server.ts', 'bullmq'],
  ['domain-without-frameworks', 'app/domain/stories/g.server.ts', 'nodemailer'],
  ['domain-to-schema-only', 'app/domain/stories/h.server.ts', '#db/client.ts'],
  [
    'row-security-opened-by-few',
    'app/domain/openings/e.server.ts',
    '#app/domain/shared/as-ourselves.server.ts',
  ],
  ['row-security-opened-by-few', 'app/web/e.server.ts', '#app/domain/shared/as-ourselves.server.ts'],
  [
    'company-side-by-stages-only',
    'app/routes/company/b/route.tsx',
    '#app/domain/candidates/read-candidate.server.ts',
  ],
  [
    'company-side-by-stages-only',
    'app/routes/public/a/route.tsx',
    '#app/domain/person-copy/copy-person.server.ts',
  ],
  [
    'company-side-by-stages-only',
    'app/routes/public/b/route.tsx',
    '#app/domain/stages/arrange-meeting.server.ts',
  ],
  [
    'company-side-by-stages-only',
    'app/routes/company/c/route.tsx',
    '#app/domain/proposals/preview-card.server.ts',
  ],
  ['company-side-by-stages-only', 'app/domain/mails/a.server.ts', '#db/schema/candidates.ts'],
  ['company-side-by-stages-only', 'app/domain/calendar-feed/a.server.ts', '#db/schema/candidates.ts'],
  ['company-side-by-stages-only', 'workers/mail/a.ts', '#app/domain/candidates/read-candidate.server.ts'],
  ['pure-domain-is-pure', 'app/domain/stories/i.ts', '#app/domain/companies/list-companies.server.ts'],
  ['pure-domain-is-pure', 'app/domain/stories/j.ts', '#db/schema/companies.ts'],
  ['pure-domain-is-pure', 'app/domain/stories/k.ts', '#app/platform/log.server.ts'],
  ['pure-domain-without-node', 'app/domain/stories/l.ts', 'node:crypto'],
  ['platform-without-business', 'app/platform/b.server.ts', '#app/domain/companies/list-companies.server.ts'],
  ['workers-not-to-interface', 'workers/handlers/a.ts', '#app/web/define.server.ts'],
  ['workers-not-to-interface', 'workers/handlers/b.ts', '#db/schema/companies.ts'],
  ['emails-alone', 'emails/a.tsx', '#app/domain/companies/rules.ts'],
  ['database-alone', 'db/schema/a.ts', '#app/domain/companies/rules.ts'],
  ['database-alone', 'db/migrate.ts', '#app/platform/log.server.ts'],
  ['seed-through-the-domain', 'db/seed/a.ts', '#workers/relay.ts'],
  ['everything-resolves', 'app/web/d.server.ts', '#app/web/no-such-file.ts'],
  ['no-cycles', 'app/web/cycle-a.ts', './cycle-b.ts'],
  // No file is in a circle here, the two features are.
  ['no-cycles-between-features', 'app/domain/trust/a.ts', '#app/domain/consent/b.ts'],
  ['no-cycles-between-features', 'app/domain/consent/c.ts', '#app/domain/trust/d.ts'],
]

const allowed: [from: string, imports: string][] = [
  ['app/routes/desk/c/route.tsx', '#app/domain/companies/list-companies.server.ts'],
  ['app/routes/desk/d/route.tsx', '#app/web/define.server.ts'],
  ['app/domain/openings/a.server.ts', '#db/schema/companies.ts'],
  ['app/domain/openings/b.server.ts', '#app/domain/shared/with-actor.server.ts'],
  ['app/domain/accounts/a.server.ts', '#app/domain/shared/as-ourselves.server.ts'],
  ['app/domain/openings/c.ts', '#app/domain/companies/rules.ts'],
  ['app/domain/openings/d.test.ts', '#tests/support/world.ts'],
  ['app/routes/public/c/route.tsx', '#app/domain/stages/read-meeting.server.ts'],
  ['app/routes/public/d/route.tsx', '#app/domain/proposals/read-card.server.ts'],
  ['app/routes/desk/e/route.tsx', '#app/domain/candidates/read-candidate.server.ts'],
  ['workers/handlers/c.ts', '#app/domain/companies/list-companies.server.ts'],
  ['workers/handlers/d.ts', '#emails/invitation.tsx'],
  ['db/schema/b.ts', '#app/domain/shared/ids.ts'],
  ['db/seed/b.ts', '#app/domain/companies/list-companies.server.ts'],
]

type Report = { summary: { violations: { from: string; to: string; rule: { name: string } }[] } }

let tree: string
let found: string[]

function plant(file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true })
  writeFileSync(join(tree, file), text)
}

beforeAll(async () => {
  tree = mkdtempSync(join(tmpdir(), 'arrows-'))
  for (const file of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, file), join(tree, file))
  for (const file of targets) plant(file, 'export const planted = 1\n')
  for (const [from, imports] of [...forbidden.map(([, ...pair]) => pair), ...returns, ...allowed]) {
    plant(from, `import * as other from '${imports}'\nexport const planted = other\n`)
  }
  const folders = ['app', 'workers', 'emails', 'db']
  const output = await new Promise<string>((resolve) => {
    const args = [CRUISER, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders]
    execFile(process.execPath, args, { cwd: tree, maxBuffer: 50_000_000 }, (_, stdout) => resolve(stdout))
  })
  const { violations } = (JSON.parse(output) as Report).summary
  found = violations.map(({ rule, from }) => `${rule.name} ${from}`)
}, 30_000)

afterAll(() => rmSync(tree, { recursive: true }))

describe('an import against the arrows', () => {
  it.each(forbidden)('%s: %s may not import %s', (rule, from) => {
    const subject = rule === 'no-cycles-between-features' ? dirname(from) : from
    expect(found).toContain(`${rule} ${subject}`)
  })
})

describe('an import along the arrows', () => {
  it.each(allowed)('%s may import %s', (from) => {
    expect(found.filter((violation) => violation.endsWith(` ${from}`))).toEqual([])
  })
})

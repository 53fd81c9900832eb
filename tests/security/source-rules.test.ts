import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesUnder } from '../../scripts/content-hash.mjs'

const sources = ['app', 'db', 'emails', 'workers']
  .flatMap((folder) => filesUnder(folder).sort())
  .filter((file) => /\.tsx?$/.test(file) && !/\/generated\/|\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))

const filesWith = (pattern: RegExp): string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

test('the product is looked at', () => {
  expect(sources.length).toBeGreaterThan(1_000)
  expect(filesWith(/withActor\(/).length).toBeGreaterThan(30)
})

test('no code is made of text, and no program of the system is started by what serves people', () => {
  expect(filesWith(/\beval\s*\(|\bFunction\s*\(|['"](node:)?vm['"]|set(Timeout|Interval)\(\s*['"`]/)).toEqual(
    [],
  )
  expect(filesWith(/['"](node:)?(child_process|cluster|worker_threads)['"]/)).toEqual([])
})

test('patterns are made of what stands in the code, or of input that is escaped', () => {
  expect(filesWith(/\bRegExp\s*\(/)).toEqual([
    'app/domain/opening-questions/question-trouble.ts',
    'app/domain/taxonomy/esco/esco-code.ts',
    'app/platform/erasure-ledger.server.ts',
    'app/platform/files/pdf-streams.server.ts',
    // Of the routes' own paths, each part escaped.
    'app/web/http/route-pattern.server.ts',
  ])
  for (const { file, text } of sources)
    for (const [made] of text.matchAll(/\bRegExp\s*\([^)]*\)/g))
      expect(made, file).not.toMatch(/request|form|params/)
})

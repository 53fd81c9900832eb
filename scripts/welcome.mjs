import fs from 'node:fs'

import { inRoot } from './paths.mjs'

/** What whoever typed `npm start` needs to know next, in a few lines. */
export function welcome({ url, mode, took, toScreen }) {
  const lines = ['', `Passaparola is ready at ${url} (${took})`, `  mail     ${whereMailGoes(url, mode)}`]
  if (!toScreen) lines.push('  logs     .data/logs')
  const accounts = mode === 'production' ? [] : demoAccounts()
  if (accounts.length > 0) {
    lines.push('  sign in  one click a role on the sign-in page, or:')
    lines.push(...table(accounts.map(({ role, name, email, password }) => [role, name, email, password])))
  }
  lines.push('  Ctrl-C stops everything', '')
  return lines.join('\n')
}

function whereMailGoes(url, mode) {
  if (process.env.SMTP_URL) return `through ${new URL(process.env.SMTP_URL).host}`
  if (mode === 'production') return 'nowhere yet: set SMTP_URL'
  return `stays on this machine: ${url}/dev/mailbox`
}

function demoAccounts() {
  const file = inRoot('db', 'seed', 'demo-accounts.json')
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : []
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)))
  return rows.map((row) =>
    `    ${row.map((cell, column) => String(cell).padEnd(widths[column])).join('  ')}`.trimEnd(),
  )
}

import type { Response } from 'express'
import { m } from '#app/locales/generated/messages.js'
import { getLocale } from '#app/locales/generated/runtime.js'
import { errorCopy } from '#app/web/error-copy.ts'
import { requestLocals } from './request-id.server.ts'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '')

/** Answers with a small page of our own: for refusals before Remix and for faults that Remix could not answer. */
export function sendPlainPage(response: Response, status: number): void {
  const { title, advice } = errorCopy(status)
  const { requestId } = requestLocals(response)
  const reference = status >= 500 ? `<p>${escapeHtml(m.errors_reference({ id: requestId }))}</p>` : ''
  response.status(status).type('html').send(`<!doctype html>
<html lang="${getLocale()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · ${escapeHtml(m.shell_product())}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/plain.css">
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(advice)}</p>
${reference}
<p><a href="/">${escapeHtml(m.errors_home())}</a></p>
</main>
</body>
</html>
`)
}

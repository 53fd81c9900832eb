import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { limits } from '#app/domain/accounts/limits.server.ts'
import { LINK_LASTS } from '#app/domain/accounts/login-tokens.server.ts'
import { CHALLENGE_LASTS } from '#app/domain/accounts/passkey-challenges.server.ts'
import { FRESH_FOR, MOST_PASSKEYS } from '#app/domain/accounts/passkey-rules.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '#app/domain/accounts/password-length.ts'
import { RECOVERY_CODES } from '#app/domain/accounts/recovery-code-shape.ts'
import { sessionLength } from '#app/domain/accounts/session-lengths.ts'
import { FILES_A_DAY } from '#app/domain/audit/actions.ts'
import { CARD_LIFE } from '#app/domain/cards/expire-cards.server.ts'
import { MINIMUM_K, MINIMUM_ORGANISATIONS, MINIMUM_POOL } from '#app/domain/disclosure/hold-back.ts'
import { CONTRACT_LIFE, CONTRACT_OPENS, MEETING_SHOWN } from '#app/domain/disclosure/stage-rules.ts'
import { MOST_BYTES } from '#app/domain/files/file-kinds.ts'
import { CARD_LINK_LIFE } from '#app/domain/proposals/card-link.server.ts'
import { CARDS_PER_COMPANY, OPEN_CARDS_PER_OPENING } from '#app/domain/proposals/preview-card.server.ts'
import { DAY, HOUR, MINUTE } from '#app/domain/shared/durations.ts'
import { AT_MOST, IDLE, OPEN_WITHIN } from '#app/domain/visits/visit-lengths.ts'
import { MAX_BODY_BYTES } from '#app/web/http/limits.server.ts'

const page = readFileSync('docs/security/limits.md', 'utf8')

/** The rows of the table under a heading whose first cell is a name in code: that name, then the next cells. */
function rowsUnder(heading: string, cells: number): string[][] {
  const part = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return [...part.matchAll(/^\| `(\w+)`(.*)\|$/gm)].map(([, name = '', rest = '']) => [
    name,
    ...rest
      .split('|')
      .slice(1, cells + 1)
      .map((cell) => cell.trim()),
  ])
}

/** A length of time as the page writes it. */
function words(ms: number): string {
  const [unit, name] = ms % DAY === 0 ? [DAY, 'day'] : ms % HOUR === 0 ? [HOUR, 'hour'] : [MINUTE, 'minute']
  return `${String(ms / unit)} ${name}${ms === unit ? '' : 's'}`
}

const lengthOf = (name: string, { idle, absolute }: { idle: number; absolute: number }) => [
  name,
  words(idle),
  words(absolute),
]

describe('the page of limits says what the code does', () => {
  test('how often somebody may try', () => {
    expect(rowsUnder('How often somebody may try', 2)).toEqual(
      Object.entries(limits).map(([name, { tries, per }]) => [name, String(tries), words(per)]),
    )
  })

  test('how long somebody stays signed in', () => {
    expect(rowsUnder('How long somebody stays signed in', 2)).toEqual([
      lengthOf('staff', sessionLength('case_manager', true)),
      lengthOf('hr_contact', sessionLength('hr_contact', true)),
      lengthOf('halfway', sessionLength('coordinator', false)),
      lengthOf('own_page', { idle: IDLE, absolute: AT_MOST }),
    ])
    for (const role of ['coordinator', 'admin'] as const)
      expect(sessionLength(role, true)).toEqual(sessionLength('case_manager', true))
  })

  test('how long links and what they open live', () => {
    expect(rowsUnder('How long links and what they open live', 1)).toEqual([
      ['sign_in', words(LINK_LASTS.sign_in)],
      ['invite', words(LINK_LASTS.invite)],
      ['own_page', words(OPEN_WITHIN)],
      ['card', words(CARD_LINK_LIFE)],
      ['card_itself', words(CARD_LIFE)],
      ['meeting', words(MEETING_SHOWN)],
      ['contract', words(CONTRACT_LIFE)],
      ['second_factor', words(FRESH_FOR)],
      ['passkey', words(CHALLENGE_LASTS)],
    ])
  })

  test('how much', () => {
    expect(rowsUnder('How much', 1)).toEqual(
      Object.entries({
        cards_per_opening: OPEN_CARDS_PER_OPENING,
        cards_per_company: CARDS_PER_COMPANY,
        contract_opens: CONTRACT_OPENS,
        files_a_day: FILES_A_DAY,
        passkeys: MOST_PASSKEYS,
        recovery_codes: RECOVERY_CODES,
        file_bytes: MOST_BYTES,
        body_bytes: MAX_BODY_BYTES,
        password_length: LONGEST_PASSWORD,
      }).map(([name, most]) => [name, String(most)]),
    )
    expect(page).toContain(
      `\`k\` is ${String(MINIMUM_K)} people who could be behind a card, out of a pool of ${String(MINIMUM_POOL)} people of ${String(MINIMUM_ORGANISATIONS)} organisations`,
    )
    expect(page).toContain(`Shorter than ${String(SHORTEST_PASSWORD)} characters`)
  })
})

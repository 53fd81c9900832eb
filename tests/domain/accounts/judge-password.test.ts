import { dictionary } from '@zxcvbn-ts/language-common'
import { expect, it } from 'vitest'
import { judgePassword } from '#app/domain/accounts/judge-password.server.ts'
import { SHORTEST_PASSWORD } from '#app/domain/accounts/password-length.ts'

const about = ['Ngozi Bertolino', 'n.bertolino@cooperativa-ponte.example']

it('takes none of the leaked passwords that are long enough, however many there are', () => {
  const long = dictionary.passwords.filter((leaked) => [...leaked].length >= SHORTEST_PASSWORD)
  expect(long.length).toBeGreaterThan(250)
  expect(long.filter((leaked) => judgePassword(leaked, about) === null)).toEqual([])
})

it.each([
  'leavemealone',
  'Justinbieber!',
  'finalfantasy',
  'Chickenwing101',
  'trustno1-2026',
  'Starwars2026!',
  'M3tallic4#2026',
])('does not take %s, which leaked, with or without figures around it', (password) => {
  expect(judgePassword(password, about)).toBe('account_password_common')
})

it.each([
  'la tazza verde ride',
  'quattro gatti sul tram 9',
  'xK9#vQ2$mL7p',
  'пароль-длинный-42',
  'neve-tardiva-sul-mercato',
])('takes %s', (password) => {
  expect(judgePassword(password, about)).toBeNull()
})

it('judges in well under the time of a hash', () => {
  const start = performance.now()
  for (let count = 0; count < 100; count += 1) judgePassword(`la tazza verde ride ${count}`, about)
  expect((performance.now() - start) / 100).toBeLessThan(10)
})

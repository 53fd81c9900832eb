import { describe, expect, it } from 'vitest'
import { passwordFault } from './password-rules.ts'

const about = ['Ngozi Bertolino', 'n.bertolino@cooperativa-ponte.example']

describe('a new password', () => {
  it.each([
    ['corto', 'account_password_short'],
    ['undici11111', 'account_password_short'],
    ['           ', 'account_password_short'],
    ['aaaaaaaaaaaaaaa', 'account_password_common'],
    ['121212121212', 'account_password_common'],
    ['123456789012', 'account_password_common'],
    ['19851231198512', 'account_password_common'],
    ['qwertyuiop123', 'account_password_common'],
    ['poiuytrewq321!', 'account_password_common'],
    ['1q2w3e4r5t6y', 'account_password_common'],
    ['abcdefghijkl', 'account_password_common'],
    ['Password2026!', 'account_password_common'],
    ['P@ssw0rd1234', 'account_password_common'],
    ['Passaparola.2026', 'account_password_common'],
    ['PassaparolaRete', 'account_password_common'],
    ['tirocinio-torino', 'account_password_common'],
    ['Juventus1897!!', 'account_password_common'],
    ['Francesca1990!', 'account_password_common'],
    ['opportunità2026', 'account_password_common'],
    ['Bertolino2026!', 'account_password_about_you'],
    ['ngozi.bertolino', 'account_password_about_you'],
    ['cooperativa1234', 'account_password_about_you'],
    ['Torino-Bertolino', 'account_password_about_you'],
  ])('%s → %s', (password, fault) => {
    expect(passwordFault(password, about)).toBe(fault)
  })

  it.each([
    'la tazza verde ride',
    'quattro gatti sul tram 9',
    'xK9#vQ2$mL7p',
    'perché no? però sì',
    'пароль-длинный-42',
    '正しい馬のバッテリー留め金',
    'passaparola con le zanzare',
    `${'lungo '.repeat(40)}`,
  ])('%s will do', (password) => {
    expect(passwordFault(password, about)).toBeNull()
  })

  it('is measured in characters, not in the bytes or halves they are stored in', () => {
    expect(passwordFault('😀😁😂🤣😃😄', about)).toBe('account_password_short')
    expect(passwordFault('😀😁😂🤣😃😄😅😆😉😊😋😎', about)).toBeNull()
  })
})

import { validate } from 'stdnum/lib/cjs/it/codicefiscale.js'
import { expect, it } from 'vitest'
import { sendContractSchema } from './send-contract.schema.server.ts'

/** A code of nobody: a place that is none, and the check character that fits. */
const body = 'QRCMNA99A41Z999'
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const code = letters.map((letter) => body + letter).find((one) => validate(one).isValid) ?? ''
const wrong = letters.map((letter) => body + letter).find((one) => !validate(one).isValid) ?? ''

const parse = (form: Record<string, unknown>) => sendContractSchema.safeParse({ safe: 'on', ...form })
const faults = (form: Record<string, unknown>) =>
  parse(form).error?.issues.map(({ message }) => message) ?? []

it('takes a codice fiscale however it is typed, and none whose check character is wrong', () => {
  const typed = `${body.slice(0, 6)} ${body.slice(6)}${code.slice(-1)}`.toLowerCase()
  expect(parse({ fields: ['tax_code'], taxCode: typed }).data?.taxCode).toBe(code)
  expect(faults({ fields: ['tax_code'], taxCode: wrong })).toEqual(['stages_tax_code_wrong'])
})

it('wants what was chosen, on one line, and nothing of another name', () => {
  expect(faults({ fields: ['tax_code', 'address'] })).toEqual([
    'stages_tax_code_missing',
    'stages_address_missing',
  ])
  expect(faults({ fields: ['address'], address: 'Via\nRoma' })).toEqual(['stages_address_wrong'])
  expect(faults({ fields: ['nationality'] })).toEqual(['stages_form_unknown'])
  expect(faults({ fields: [], photo: 'x' })).toEqual(['stages_form_unknown'])
})

it('wants to hear that it is safe', () => {
  expect(sendContractSchema.safeParse({ fields: [] }).error?.issues.map(({ message }) => message)).toEqual([
    'stages_safe_missing',
  ])
})

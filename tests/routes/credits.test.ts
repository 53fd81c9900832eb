import { describe, expect, it } from 'vitest'
import { dataCredits, designCredits } from '#app/routes/public/credits/credits.ts'

const credits = [...dataCredits, ...designCredits]
const of = (name: string) => credits.find((credit) => credit.name === name)

describe('the credits page', () => {
  it.each([
    ['ISTAT', 'CC BY 4.0'],
    ['GeoNames', 'CC BY 4.0'],
    ['date-holidays', 'ISC, CC BY 3.0'],
    ['Bootstrap Italia', 'BSD-3-Clause'],
    ['Titillium Web', 'SIL Open Font License 1.1'],
  ])('names %s with its licence', (name, licence) => {
    expect(of(name)).toMatchObject({ licence, url: expect.stringMatching(/^https:\/\//) as string })
    expect(of(name)?.usedFor()).not.toBe('')
  })

  it('says the sentence that ESCO asks for, word for word', () => {
    expect(of('ESCO')?.said).toBe('This service uses the ESCO classification of the European Commission.')
  })
})

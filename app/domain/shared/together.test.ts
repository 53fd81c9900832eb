import { describe, expect, test } from 'vitest'
import { together } from './together.ts'

const after = <T>(ms: number, give: () => T): Promise<T> =>
  new Promise((resolve, reject) => {
    setTimeout(() => {
      try {
        resolve(give())
      } catch (error) {
        reject(error as Error)
      }
    }, ms)
  })
const fail = (message: string) => (): never => {
  throw new Error(message)
}

describe('reads that were begun side by side', () => {
  test('give their results in their own order', async () => {
    expect(await together([after(9, () => 'slow'), after(1, () => 2)])).toEqual(['slow', 2])
    expect(await together([])).toEqual([])
  })

  test('are all waited for, also when one fails; what failed first is thrown', async () => {
    const ended: string[] = []
    const reads = together([
      after(20, fail('because of the other')),
      after(1, fail('the cause')),
      after(30, () => ended.push('the last')),
    ])
    await expect(reads).rejects.toThrow('the cause')
    expect(ended).toEqual(['the last'])
  })
})

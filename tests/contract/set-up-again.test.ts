import { expect, test } from 'vitest'
import { compileMessages } from '../../scripts/build.mjs'

test('a clone that was set up compiles its messages no second time', async () => {
  expect(await compileMessages()).toBe('already there')
})

import { describe, expect, test } from 'vitest'
import { pageSearch, pagesShown } from '#app/ui/pages-shown.ts'

describe('pagesShown', () => {
  test('shows every page of a short list', () => {
    expect(pagesShown(1, 3)).toEqual([1, 2, 3])
    expect(pagesShown(2, 2)).toEqual([1, 2])
  })

  test('keeps first, last and neighbours of a long list, with gaps', () => {
    expect(pagesShown(6, 12)).toEqual([1, null, 5, 6, 7, null, 12])
  })

  test('writes the page number where a gap would hide just one', () => {
    expect(pagesShown(4, 7)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})

describe('pageSearch', () => {
  test('keeps the filters and sets the page', () => {
    expect(pageSearch('?settore=cucina&pagina=4', 2)).toBe('?settore=cucina&pagina=2')
  })

  test('leaves the page out for the first one', () => {
    expect(pageSearch('?settore=cucina&pagina=4', 1)).toBe('?settore=cucina')
  })
})

/** The page numbers worth showing around `page`, first and last included; `null` stands for a gap. */
export function pagesShown(page: number, pages: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages)
  const unique = [...new Set(wanted)].sort((a, b) => a - b)
  return unique.flatMap((n, index) => {
    const previous = unique[index - 1] ?? 0
    if (n - previous === 2) return [n - 1, n]
    return n - previous > 2 ? [null, n] : [n]
  })
}

/** `search` with `pagina` set to `page`; the first page needs no parameter. */
export function pageSearch(search: string, page: number): string {
  const params = new URLSearchParams(search)
  if (page === 1) params.delete('pagina')
  else params.set('pagina', String(page))
  return `?${params}`
}

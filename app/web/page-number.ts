/** The page that `?pagina=` asks for, 1 for anything that is no page. */
export function pageNumber(url: URL): number {
  const page = Number(url.searchParams.get('pagina') ?? 1)
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1
}

/** How many pages a list has; an empty one has one. */
export const pagesOf = (total: number, perPage: number): number => Math.max(1, Math.ceil(total / perPage))

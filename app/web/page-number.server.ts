/** The page of a list that an address asks for, from 1; whatever is no page number asks for the first. */
export function pageNumber(url: URL): number {
  const page = Number(url.searchParams.get('pagina') ?? 1)
  return Number.isInteger(page) && page >= 1 && page < 100_000 ? page : 1
}

import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { pageSearch, pagesShown } from '#app/ui/pages-shown.ts'

type PaginationProps = {
  page: number
  pages: number
  /** The current query string: filters stay, only `pagina` changes. */
  search: string
}

/** Links to the other pages of a list; nothing where there is only one. */
export function Pagination({ page, pages, search }: PaginationProps) {
  if (pages <= 1) return null
  return (
    <nav aria-label={m.ui_pages()}>
      <ul className="pagination">
        {page > 1 ? (
          <li>
            <Link className="page-link" rel="prev" to={pageSearch(search, page - 1)}>
              {m.ui_page_previous()}
            </Link>
          </li>
        ) : null}
        {pagesShown(page, pages).map((n, index) =>
          n === null ? (
            <li key={`gap-${index}`} className="page-gap" aria-hidden="true">
              …
            </li>
          ) : (
            <li key={n}>
              <Link
                className="page-link"
                to={pageSearch(search, n)}
                aria-label={m.ui_page_of({ page: n, pages })}
                aria-current={n === page ? 'page' : undefined}
              >
                {n}
              </Link>
            </li>
          ),
        )}
        {page < pages ? (
          <li>
            <Link className="page-link" rel="next" to={pageSearch(search, page + 1)}>
              {m.ui_page_next()}
            </Link>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

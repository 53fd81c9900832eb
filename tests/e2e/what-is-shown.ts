/** A node of React's tree, as much of it as is asked for. */
type Fiber = { memoizedProps?: { value?: { location?: Location } } | null; child: Fiber | null }

type Noting = {
  /** Path and query of the page that stands in the document; nothing before React has taken it over. */
  shownPage?: string
  __REACT_DEVTOOLS_GLOBAL_HOOK__?: unknown
}

/**
 * Runs in the browser before a page's own scripts: notes whose page React has just put there, by the hook through which React
 * lets itself be watched. The address changes when the next page's data have come, and on a busy machine that page
 * itself may stand there a second later. A form that leads back to its own address changes none, and is not noticed.
 */
export function noteWhatIsShown(): void {
  const noting = window as Noting
  noting.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberUnmount: () => undefined,
    onCommitFiberRoot: (_renderer: number, root: { current: Fiber }) => {
      let fiber: Fiber | null = root.current
      // The first that holds a location is the router's own state.
      while (fiber && !fiber.memoizedProps?.value?.location) fiber = fiber.child
      const location = fiber?.memoizedProps?.value?.location
      if (location) noting.shownPage = location.pathname + location.search
    },
  }
}

/** In the browser: whether React has put the page of the address there. */
export const isShown = (): boolean => (window as Noting).shownPage === location.pathname + location.search

/** The same, or the server's own page stands there and React has not come yet. */
export function isShownOrServed(): boolean {
  const { shownPage } = window as Noting
  return shownPage === undefined || shownPage === location.pathname + location.search
}

/** A node of React's tree, as much of it as is asked for. */
type Fiber = { memoizedProps?: { value?: { location?: Location } } | null; child: Fiber | null }

type Noting = {
  /** Path and query of the page that stands in the document; nothing before React has taken it over. */
  shownPage?: string
  __REACT_DEVTOOLS_GLOBAL_HOOK__?: unknown
}

/**
 * Runs in the browser before a page's own scripts: notes whose page React has just put there, by the hook that React keeps
 * for its developer tools. The address changes when the next page's data have come, and on a busy machine that page
 * itself may stand there a second later.
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

/** In the browser: whether the page of the address is the page that stands there. */
export function isShown(): boolean {
  const { shownPage } = window as Noting
  return shownPage === undefined || shownPage === location.pathname + location.search
}

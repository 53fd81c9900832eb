import { useEffect, useState } from 'react'
import type { SearchView } from '#app/ui/search/search-view.ts'

/** A pause in typing, in milliseconds: shorter asks for every letter, longer feels slow. */
const PAUSE = 150

async function ask(text: string, signal: AbortSignal): Promise<SearchView | null> {
  const answer = await fetch(`/cerca/suggerimenti?${new URLSearchParams({ q: text }).toString()}`, { signal })
  return answer.ok && !answer.redirected ? ((await answer.json()) as SearchView) : null
}

/**
 * What is found for the text in the box while it is being typed; null where nothing was asked, and where no answer comes:
 * then the page of results is still there. A question is dropped as soon as the text changes.
 */
export function useSuggestions(text: string, wanted: boolean): SearchView | null {
  const [view, setView] = useState<SearchView | null>(null)
  const typed = wanted ? text.trim() : ''
  useEffect(() => {
    if (typed === '') return
    const stop = new AbortController()
    const waiting = setTimeout(() => {
      ask(typed, stop.signal)
        .then((found) => stop.signal.aborted || setView(found))
        .catch(() => stop.signal.aborted || setView(null))
    }, PAUSE)
    return () => {
      clearTimeout(waiting)
      stop.abort()
    }
  }, [typed])
  return typed === '' ? null : view
}

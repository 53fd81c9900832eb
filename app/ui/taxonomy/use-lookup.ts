import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { Choice, Found, LookupList } from './lookup.ts'

/** Whoever types a word is not asked after each of its letters. */
const PAUSE = 250

const SHORTEST = 2

/** Those found now, then those found before: nothing that may be chosen by now goes away or changes its place. */
function joined(before: Choice[], now: Found): Choice[] {
  const known = new Set(before.map(({ code }) => code))
  const added = now.found.filter(({ code }) => !known.has(code))
  return added.length > 0 ? [...added, ...before] : before
}

/**
 * Finds while one types, where a script runs; without one `answered` is what the form came back with.
 * @returns what was found last, all that was found on this page, and what is to be told of each letter.
 */
export function useLookup(list: LookupList, answered: Found | undefined) {
  const { load, data } = useFetcher<Found>()
  const [found, setFound] = useState(answered)
  const [all, setAll] = useState(answered?.found ?? [])
  // A form that comes back with nothing looked for takes nothing away that a focus may be on.
  const note = (now: Found | undefined) => {
    if (!now?.query) return
    setFound(now)
    setAll((before) => joined(before, now))
  }
  // What a press came back with may be newer than what was typed, and the other way round: the last to arrive counts.
  useEffect(() => note(data), [data])
  useEffect(() => note(answered), [answered])
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])
  const typed = (query: string) => {
    clearTimeout(timer.current)
    if (query.trim().length < SHORTEST) return
    timer.current = setTimeout(() => load(`/tassonomia/${list}?q=${encodeURIComponent(query)}`), PAUSE)
  }
  return { found, all, typed }
}

/** Asks which skills a profession suggests, where a script runs. */
export function useSuggestions(answered: readonly Choice[]) {
  const { load, data } = useFetcher<Found>()
  const chosen = (profession: string) =>
    load(`/tassonomia/competenze?professione=${encodeURIComponent(profession)}`)
  return { suggestions: data?.found ?? answered, chosen }
}

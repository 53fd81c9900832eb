import { useRouteLoaderData } from '@remix-run/react'
import type { VisitLanguage } from '#app/domain/visits/languages.ts'
import type { VisitTexts } from '#app/domain/visits/texts.ts'

/** What the frame of a person's own pages gives to every page inside. */
export type VisitFrame = {
  written: { language: VisitLanguage; direction: 'ltr' | 'rtl' }
  texts: VisitTexts
  /** Whether she is in, so that there is something to leave and to change the language of. */
  open: boolean
  idleMs: number
}

export const VISIT_FRAME = 'routes/visit/layout/route'

/** The frame around a page of hers. */
export function useVisitFrame(): VisitFrame {
  const frame = useRouteLoaderData(VISIT_FRAME) as VisitFrame | undefined
  if (!frame) throw new Error('a page outside of its frame')
  return frame
}

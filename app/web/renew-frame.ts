import type { ShouldRevalidateFunction } from '@remix-run/react'

/** A form that was refused renews the frame too: what the last action said must not stand over what this one says. */
export const renewFrame: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  (actionStatus ?? 0) >= 400 || defaultShouldRevalidate

import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/Icon.tsx'
import type { IconName } from '#app/ui/icon-paths.ts'
import type { Tone } from '#app/ui/tone.ts'

const ICONS: Record<Tone, IconName> = {
  neutral: 'minus',
  brand: 'check',
  accent: 'star',
  ok: 'check',
  warn: 'alert',
  bad: 'error',
  info: 'info',
}

type StatusTagProps = { tone: Tone; icon?: IconName; children: ReactNode }

/** A state: colour, icon and words say the same thing, so that none is needed to understand it. */
export function StatusTag({ tone, icon = ICONS[tone], children }: StatusTagProps) {
  return (
    <span className={classNames('tag', tone !== 'neutral' && `tag--${tone}`)}>
      <Icon name={icon} />
      {children}
    </span>
  )
}

import { Link, type LinkProps } from '@remix-run/react'
import type { ButtonHTMLAttributes } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/Icon.tsx'
import type { IconName } from '#app/ui/icon-paths.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

type Look = { variant?: ButtonVariant; size?: 'md' | 'sm'; block?: boolean; icon?: IconName }

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'btn-primary',
  secondary: 'btn-outline-primary',
  quiet: 'btn-link',
  danger: 'btn-outline-danger',
}

const look = ({ variant = 'primary', size = 'md', block }: Look, className?: string) =>
  classNames('btn', VARIANTS[variant], size === 'sm' && 'btn-sm', block && 'btn-block', className)

export type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement>

/** A button that submits its form unless told otherwise. One primary button a page. */
export function Button({ variant, size, block, icon, className, children, ...rest }: ButtonProps) {
  return (
    <button type="submit" {...rest} className={look({ variant, size, block }, className)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  )
}

export type ButtonLinkProps = Look & LinkProps

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ variant, size, block, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={look({ variant, size, block }, className)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Link>
  )
}

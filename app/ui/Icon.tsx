import { iconPaths, type IconName } from '#app/ui/icon-paths.ts'

/**
 * A decorative icon in the text's colour: always beside words, or inside a control that has its own name, hence
 * hidden from assistive technology.
 */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      className={className ? `icon ${className}` : 'icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {iconPaths[name].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  )
}

const SETTING = 'search-slash'

/** Whether single keys do something on our pages: it must be possible to turn them off (WCAG 2.1.4). */
export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(SETTING) !== 'off'
  } catch {
    return true
  }
}

export function turnKeys(on: boolean): void {
  try {
    localStorage.setItem(SETTING, on ? 'on' : 'off')
  } catch {
    // A browser that keeps nothing keeps the keys on.
  }
}

const NO_TEXT = /^(checkbox|radio|button|submit)$/

/** Whether a key pressed there belongs to something one writes in. */
const isWritten = (target: EventTarget | null): boolean => {
  if (target instanceof HTMLInputElement) return !NO_TEXT.test(target.type)
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

/** Whether a key is pressed alone, for us: not while one writes, in a dialog, or with the keys turned off. */
export function isPlainKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false
  return !isWritten(event.target) && document.querySelector('dialog[open]') === null && keysAreOn()
}

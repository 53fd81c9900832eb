const SETTING = 'search-slash'

/** Whether `/` leads to the search box: a key alone must be possible to turn off (WCAG 2.1.4). */
export function slashIsOn(): boolean {
  try {
    return localStorage.getItem(SETTING) !== 'off'
  } catch {
    return true
  }
}

export function turnSlash(on: boolean): void {
  try {
    localStorage.setItem(SETTING, on ? 'on' : 'off')
  } catch {
    // A browser that keeps nothing keeps the key on.
  }
}

/** Whether a key pressed there belongs to something one writes in. */
export const isWritten = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

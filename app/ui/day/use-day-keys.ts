import { useNavigate, useSubmit } from '@remix-run/react'
import { useEffect, useRef, type RefObject } from 'react'
import type { DayPageView } from '#app/ui/day/day-view.ts'
import { panelPath, type PanelAct } from '#app/ui/day/panel-path.ts'
import { isPlainKey } from '#app/ui/keys/single-keys.ts'

const panels: Record<string, PanelAct> = { r: 'rimanda', p: 'passa', s: 'salta' }

/**
 * The keys of the list: j and k or the arrows move, x chooses, f is done, r puts off, p hands on, s leaves out, z takes
 * back, Enter opens. They act on the chosen lines, or on the one that has the focus, which afterwards is on the next.
 */
export function useDayKeys(list: RefObject<HTMLElement>, day: DayPageView): void {
  const { home, formKey, lines, panel } = day
  const submit = useSubmit()
  const navigate = useNavigate()
  /** Where the focus was in the list when something was done from the keyboard. */
  const left = useRef<number | null>(null)

  useEffect(() => {
    const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
    const press = (event: KeyboardEvent) => {
      if (!isPlainKey(event)) return
      const all = rows()
      const at = all.findIndex((row) => row.contains(document.activeElement))
      const handled = act(event.key, all, at)
      if (handled) event.preventDefault()
    }
    const act = (key: string, all: HTMLElement[], at: number): boolean => {
      const row = all[at]
      const box = row?.querySelector<HTMLInputElement>('input[name=item]')
      const down = key === 'j' || (key === 'ArrowDown' && row)
      if (down || key === 'k' || (key === 'ArrowUp' && row)) {
        all[Math.min(Math.max(at + (down ? 1 : -1), 0), all.length - 1)]?.focus()
        return all.length > 0
      }
      if (key === 'x' && box) {
        box.checked = !box.checked
        return true
      }
      if (key === 'z') {
        const undo = document.querySelector<HTMLFormElement>('form[data-undo]')
        undo?.requestSubmit(undo.querySelector('button'))
        return undo !== null
      }
      if (key === 'Enter' && row && document.activeElement === row) {
        row.querySelector<HTMLAnchorElement>('.card-eyebrow a')?.click()
        return true
      }
      return settle(key, all, at)
    }
    const settle = (key: string, all: HTMLElement[], at: number): boolean => {
      const panel = panels[key]
      if (key !== 'f' && !panel) return false
      const chosen = all.filter((row) => row.querySelector<HTMLInputElement>('input[name=item]')?.checked)
      const row = all[at]
      const refs = (chosen.length > 0 ? chosen : row ? [row] : []).map(({ dataset }) => dataset.line ?? '')
      if (refs.length === 0) {
        all[0]?.focus()
        return true
      }
      // The chosen lines above go too.
      left.current = Math.max(at - chosen.filter((one) => all.indexOf(one) < at).length, 0)
      if (panel) navigate(panelPath(home, panel, refs), { preventScrollReset: true })
      else {
        const form = new FormData()
        form.set('intent', 'done')
        form.set('_key', `${formKey}-k`)
        for (const ref of refs) form.append('item', ref)
        submit(form, { method: 'post', action: home, preventScrollReset: true })
      }
      return true
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [list, home, formKey, submit, navigate])

  // Whoever presses a line's own button loses the focus in the same way.
  useEffect(() => {
    const root = list.current
    const remember = ({ target }: Event) => {
      const row = target instanceof Element ? target.closest('[data-line]') : null
      if (row) left.current = [...(root?.querySelectorAll('[data-line]') ?? [])].indexOf(row)
    }
    root?.addEventListener('submit', remember)
    return () => root?.removeEventListener('submit', remember)
  }, [list])

  // What was done is gone from the page, and the focus with it: the line that took its place gets it.
  const shown = lines.map(({ ref }) => ref.replace(/^match:.*/, 'match')).join(' ')
  const asking = panel !== null
  useEffect(() => {
    if (left.current === null || asking) return
    const rows = list.current?.querySelectorAll<HTMLElement>('[data-line]') ?? []
    for (const row of rows) {
      const box = row.querySelector<HTMLInputElement>('input[name=item]')
      if (box) box.checked = false
    }
    const next = rows[Math.min(left.current, rows.length - 1)]
    ;(next ?? document.getElementById('contenuto'))?.focus()
    left.current = null
  }, [list, shown, asking])
}

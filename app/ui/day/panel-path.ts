/** What opens a small form: `r`, `p`, `s` in the list, and the links of each line. */
export type PanelAct = 'rimanda' | 'passa' | 'salta'

/** The address of the list with the form for these lines open. */
export function panelPath(home: string, act: PanelAct, refs: readonly string[]): string {
  const [path = '', search = ''] = home.split('?')
  const params = new URLSearchParams(search)
  params.set('fai', act)
  for (const ref of refs) params.append('item', ref)
  return `${path}?${params.toString()}#azione`
}

const tabs = ['abbinamenti', 'quasi', 'ipotesi', 'proposte'] as const
export type Tab = (typeof tabs)[number]

/** The tab that an address asks for; of an opening that is matched no more, the proposals alone. */
export function tabOf(asked: string | null, isMatched: boolean): Tab {
  if (!isMatched) return 'proposte'
  return tabs.find((tab) => tab === asked) ?? 'abbinamenti'
}

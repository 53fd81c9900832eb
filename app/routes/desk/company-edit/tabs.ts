/** The views of the page, by the word in its address. */
export const tabs = ['dati', 'referenti', 'livello', 'passaparola', 'gruppi'] as const
export type Tab = (typeof tabs)[number]

export const isTab = (value: string | null): value is Tab => tabs.some((tab) => tab === value)

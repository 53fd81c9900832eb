/** What a colour means. It never stands alone: an icon or words always say the same. */
export type Tone = 'neutral' | 'brand' | 'accent' | 'ok' | 'warn' | 'bad' | 'info'

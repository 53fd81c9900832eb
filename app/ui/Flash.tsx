import { Notice, type NoticeTone } from '#app/ui/Notice.tsx'

export type FlashMessage = { tone: Exclude<NoticeTone, 'warn'>; text: string; detail?: string }

/** What the last action did. A failure interrupts, the rest waits its turn. */
export function Flash({ message }: { message: FlashMessage }) {
  return (
    <Notice tone={message.tone} title={message.text} role={message.tone === 'bad' ? 'alert' : 'status'}>
      {message.detail}
    </Notice>
  )
}

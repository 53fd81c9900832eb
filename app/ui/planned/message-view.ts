import type { getZodConstraint } from '@conform-to/zod/v4'
import type { MessageLocale, MessageText, MessageWords } from '#app/domain/messages/templates.ts'

/** A planned message as its page shows it. */
export type MessageView = {
  title: string
  company: string
  reason: string
  when: string
  contact: string | null
  firstName: string
  locale: MessageLocale
  /** As it would leave now; null where it would not. */
  words: MessageWords | null
  /** Why it would not leave, in words. */
  stopped: string | null
  /** Why it is no longer planned, in words. */
  over: string | null
  left: boolean
  /** It can still be changed, skipped and sent. */
  open: boolean
  mayBeWorded: boolean
  /** The text behind the words, its variables unfilled. */
  text: MessageText | null
  worded: { by: string; date: string } | null
  seen: string
  button: boolean
  variables: string
  constraint: ReturnType<typeof getZodConstraint>
  keys: { words: string; back: string; skip: string; send: string }
}

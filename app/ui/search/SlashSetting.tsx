import { useEffect, useState } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { slashIsOn, turnSlash } from '#app/ui/search/slash-key.ts'

/** Turns the key `/` off and on again, in this browser. Without a script there is no such key. */
export function SlashSetting() {
  const [on, setOn] = useState<boolean | null>(null)
  useEffect(() => setOn(slashIsOn()), [])
  if (on === null) return null
  const turn = () => {
    turnSlash(!on)
    setOn(!on)
  }
  return (
    <p className="search-slash muted small">
      <span>{on ? m.search_slash_on() : m.search_slash_off()}</span>{' '}
      <Button type="button" variant="quiet" size="sm" onClick={turn}>
        {on ? m.search_slash_turn_off() : m.search_slash_turn_on()}
      </Button>
    </p>
  )
}

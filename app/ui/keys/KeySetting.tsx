import { useEffect, useState } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { keysAreOn, turnKeys } from '#app/ui/keys/single-keys.ts'

/** Turns our single keys off and on again, in this browser. Without a script there are none. */
export function KeySetting() {
  const [on, setOn] = useState<boolean | null>(null)
  useEffect(() => setOn(keysAreOn()), [])
  if (on === null) return null
  const turn = () => {
    turnKeys(!on)
    setOn(!on)
  }
  return (
    <p className="search-slash muted small">
      <span>{on ? m.keys_on() : m.keys_off()}</span>{' '}
      <Button type="button" variant="quiet" size="sm" onClick={turn}>
        {on ? m.keys_turn_off() : m.keys_turn_on()}
      </Button>
    </p>
  )
}

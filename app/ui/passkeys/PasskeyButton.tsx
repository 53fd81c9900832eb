import { useSubmit } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { Button, type ButtonVariant } from '#app/ui/Button.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { askPasskey, knowsPasskeys, type PasskeyProblem, problemOf, type PasskeyUse } from './ask-passkey.ts'

const problems: Record<PasskeyProblem, () => string> = {
  none: m.security_passkey_none,
  there_already: m.security_passkey_there_already,
  no_answer: m.security_passkey_no_answer,
}

type PasskeyButtonProps = {
  use: PasskeyUse
  /** The page whose action takes the answer. */
  action: string
  label: string
  /** Where to go on to. */
  to?: string
  variant?: ButtonVariant
  /** What the server said of the last answer. */
  refused?: readonly string[] | null
}

/** Asks for a passkey and sends its answer on. A passkey needs a script: without one the page says so in its place. */
export function PasskeyButton({ use, action, label, to = '', variant, refused }: PasskeyButtonProps) {
  const submit = useSubmit()
  const [able, setAble] = useState<boolean | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<PasskeyProblem | null>(null)
  useEffect(() => setAble(knowsPasskeys()), [])

  const ask = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const response = await askPasskey(use)
      submit({ intent: 'passkey', response, to }, { method: 'post', action })
    } catch (error) {
      setProblem(problemOf(error))
    }
    setBusy(false)
  }

  if (!able) return <p className="muted">{m.security_passkey_needs()}</p>
  const said = problem ? problems[problem]() : refused?.join(' ')
  return (
    <div className="stack">
      {said ? (
        <Notice tone="bad" role="alert">
          {said}
        </Notice>
      ) : null}
      <div>
        <Button type="button" variant={variant} disabled={busy} onClick={() => void ask()}>
          {label}
        </Button>
      </div>
    </div>
  )
}

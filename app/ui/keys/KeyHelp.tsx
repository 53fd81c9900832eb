import { forwardRef } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { KeySetting } from '#app/ui/keys/KeySetting.tsx'

const everywhere = [
  { keys: ['/'], what: m.keys_search },
  { keys: ['l'], what: m.keys_log },
  { keys: ['?'], what: m.keys_help },
]
const inTheDay = [
  { keys: ['j', '↓'], what: m.keys_next },
  { keys: ['k', '↑'], what: m.keys_previous },
  { keys: ['f'], what: m.keys_done },
  { keys: ['r'], what: m.keys_postpone },
  { keys: ['p'], what: m.keys_hand_on },
  { keys: ['s'], what: m.keys_skip },
  { keys: ['x'], what: m.keys_choose },
  { keys: ['z'], what: m.keys_undo },
  { keys: ['↵'], what: m.keys_enter },
]

/** All the keys, in a dialog that Escape closes. */
export const KeyHelp = forwardRef<HTMLDialogElement>(function KeyHelp(_, ref) {
  return (
    <dialog ref={ref} className="key-help" aria-labelledby="tasti">
      <h2 id="tasti">{m.keys_title()}</h2>
      <h3>{m.keys_everywhere()}</h3>
      <Keys of={everywhere} />
      <h3>{m.keys_in_the_day()}</h3>
      <Keys of={inTheDay} />
      <p className="muted small">{m.keys_note()}</p>
      <KeySetting />
      <form method="dialog">
        <Button variant="secondary">{m.keys_close()}</Button>
      </form>
    </dialog>
  )
})

function Keys({ of }: { of: readonly { keys: readonly string[]; what: () => string }[] }) {
  return (
    <dl className="key-list">
      {of.map(({ keys, what }) => (
        <div key={keys[0]}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{what()}</dd>
        </div>
      ))}
    </dl>
  )
}

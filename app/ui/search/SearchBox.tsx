import { Form, useNavigate } from '@remix-run/react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { Icon } from '#app/ui/Icon.tsx'
import { optionsOf, SearchPanel } from '#app/ui/search/SearchPanel.tsx'
import { countOf } from '#app/ui/search/search-words.ts'
import { useSlash } from '#app/ui/search/use-slash.ts'
import { useSuggestions } from '#app/ui/search/use-suggestions.ts'

/**
 * The search box: a form that leads to the page of results and, where scripts run, a combobox that shows what is found as one
 * types. Arrows move, Enter takes the chosen one or all of them, Escape closes and then empties.
 */
export function SearchBox({ text: asked = '', large = false }: { text?: string; large?: boolean }) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  const [text, setText] = useState(asked)
  const [wanted, setWanted] = useState(false)
  const [active, setActive] = useState(-1)
  const view = useSuggestions(text, wanted)
  useSlash(input)
  useEffect(() => setText(asked), [asked])
  useEffect(() => setActive(-1), [view])

  const options = view ? optionsOf(view) : []
  const close = () => {
    setWanted(false)
    setActive(-1)
  }
  const move = (step: 1 | -1) =>
    // One place more than there are options: the box itself.
    setActive((at) => ((at + 1 + step + options.length + 1) % (options.length + 1)) - 1)
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const chosen = options[active]
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && text.trim() !== '') {
      event.preventDefault()
      if (view) move(event.key === 'ArrowDown' ? 1 : -1)
      else setWanted(true)
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      close()
      navigate(chosen)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (!view) setText('')
      close()
    }
  }
  return (
    <Form
      role="search"
      action="/cerca"
      className={large ? 'search-box search-box--large' : 'search-box'}
      onSubmit={close}
      onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || close()}
    >
      <label className="visually-hidden" htmlFor={id}>
        {m.search_label()}
      </label>
      <input
        ref={input}
        id={id}
        className="form-control"
        type="search"
        name="q"
        value={text}
        maxLength={120}
        placeholder={m.search_placeholder()}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        {...(view
          ? {
              ...{ role: 'combobox', 'aria-expanded': true, 'aria-controls': `${id}-list` },
              ...{ 'aria-autocomplete': 'list' as const },
              'aria-activedescendant': active >= 0 ? `${id}-list-${active}` : undefined,
            }
          : {})}
        onChange={(event) => {
          setText(event.target.value)
          setWanted(true)
        }}
        onKeyDown={press}
      />
      <button type="submit" className="search-go">
        <Icon name="search" />
        <span className="visually-hidden">{m.search_go()}</span>
      </button>
      <span className="visually-hidden" role="status">
        {view ? countOf(view.total) : ''}
      </span>
      {view ? <SearchPanel id={`${id}-list`} view={view} active={active} onChosen={close} /> : null}
    </Form>
  )
}

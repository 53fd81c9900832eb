import { useNavigate } from '@remix-run/react'
import { useEffect, type RefObject } from 'react'
import { isPlainKey } from '#app/ui/keys/single-keys.ts'

/** Makes `/` lead to the box, or to the page of the search where the window is too narrow for it. */
export function useSlash(input: RefObject<HTMLInputElement>): void {
  const navigate = useNavigate()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '/' || !isPlainKey(event)) return
      event.preventDefault()
      if (input.current?.offsetParent) input.current.select()
      else navigate('/cerca')
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [input, navigate])
}

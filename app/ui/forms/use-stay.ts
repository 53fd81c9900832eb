import { useSubmit } from '@remix-run/react'
import type { FormEvent } from 'react'

/** Submits a form whose lists have buttons: such a button only changes the page, and the reader stays where she is. */
export function useStay(): (event: FormEvent<HTMLFormElement>) => void {
  const submit = useSubmit()
  return (event) => {
    const { submitter } = event.nativeEvent as SubmitEvent
    if (!(submitter instanceof HTMLButtonElement) || !submitter.formNoValidate) return
    event.preventDefault()
    submit(submitter, { method: 'post', preventScrollReset: true, replace: true })
  }
}

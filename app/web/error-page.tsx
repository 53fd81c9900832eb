import { m } from '#app/locales/generated/messages.js'
import { Mark } from '#app/ui/Mark.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { useDocumentContext } from './document-context.ts'
import { errorCopy } from './error-copy.ts'

const REQUEST_META = 'request-id'

/** The request id of a fault: the loader's answer carries it, or the document that failed as a whole. */
function useRequestId(data: unknown): string | undefined {
  const { requestId } = useDocumentContext()
  if (typeof data === 'object' && data !== null && 'requestId' in data) return String(data.requestId)
  if (requestId) return requestId
  // After hydration the server's context is gone, and the document itself remembers.
  return typeof document === 'undefined'
    ? undefined
    : document.querySelector<HTMLMetaElement>(`meta[name=${REQUEST_META}]`)?.content
}

/** The sentence that a refusal of ours brings along, already in the reader's language. */
const messageOf = (data: unknown): string | undefined =>
  typeof data === 'object' && data !== null && 'message' in data ? String(data.message) : undefined

type Failure = { status: number; data?: unknown }

/** What happened and what to do, without a word of what went wrong inside; a fault of ours gets its number. */
export function ErrorText({ status, data }: Failure) {
  const requestId = useRequestId(data)
  const { title, advice } = errorCopy(status)
  return (
    <>
      <PageHeader title={title} lead={(status < 500 && messageOf(data)) || advice} />
      {status >= 500 && requestId && (
        <>
          <meta name={REQUEST_META} content={requestId} />
          <p>{m.errors_reference({ id: requestId })}</p>
        </>
      )}
      <div className="button-row">
        <a className="btn btn-primary" href={status === 401 ? '/accedi' : '/'}>
          {status === 401 ? m.ui_sign_in() : m.errors_home()}
        </a>
      </div>
    </>
  )
}

/** The same as a page of its own, where there is no frame. */
export function ErrorPage(failure: Failure) {
  return (
    <div className="shell">
      <header className="shell-header">
        <div className="shell-bar">
          <a className="brand" href="/">
            <Mark />
            <span>Passaparola</span>
          </a>
        </div>
      </header>
      <div className="shell-body">
        <main id="contenuto" className="shell-page">
          <ErrorText {...failure} />
        </main>
      </div>
    </div>
  )
}

import { createContext, useContext } from 'react'

export type DocumentContext = { nonce: string; requestId: string }

/**
 * What only the server knows about a document. In the browser both are empty: a nonce must not be readable there,
 * and the scripts that carry it have run.
 */
const context = createContext<DocumentContext>({ nonce: '', requestId: '' })

export const DocumentProvider = context.Provider

/** The nonce and the request id of the document being rendered. */
export const useDocumentContext = (): DocumentContext => useContext(context)

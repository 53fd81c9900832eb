import { randomUUID } from 'node:crypto'

/** Tests move time by hanging another source here; the server's and the built pages' copies of this module share it. */
const SOURCE = Symbol.for('passaparola.clock')
const shared = globalThis as { [SOURCE]?: (() => Date) | undefined }

/** The current instant. */
export const now = (): Date => shared[SOURCE]?.() ?? new Date()

/** Replaces the source of time; returns what restores the former one. Only tests and the demo seed call it. */
export function setClock(next: () => Date): () => void {
  const former = shared[SOURCE]
  shared[SOURCE] = next
  return () => {
    shared[SOURCE] = former
  }
}

/** A new random id (UUID v4) branded as the caller asks. */
export const newId = <T extends string>(): T => randomUUID() as T

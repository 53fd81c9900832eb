import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the clone, whatever folder the command was called from. */
export const ROOT = path.resolve(fileURLToPath(new URL('..', import.meta.url)))

/** Everything a run leaves behind and git ignores lives here. */
export const DATA = path.join(ROOT, '.data')

/** What runs a program of ours: the first argument to Node, the program the second. */
export const LAUNCH = path.join(ROOT, 'scripts', 'launch.mjs')

/** A path inside the clone. */
export function inRoot(...parts) {
  return path.join(ROOT, ...parts)
}

/** A path inside `.data`. */
export function inData(...parts) {
  return path.join(DATA, ...parts)
}

import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { inRoot } from './paths.mjs'

/**
 * One hash over the names and contents of files and folders of the clone (those missing count as empty). Contents and
 * not times: a checkout or a copy gives every file a new time.
 *
 * @param {string[]} paths relative to the clone
 * @param {(file: string) => boolean} [keep] which of the files count
 */
export function contentHash(paths, keep = () => true) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesUnder).filter(keep).sort()) {
    hash
      .update(file)
      .update('\0')
      .update(fs.readFileSync(inRoot(file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * Every file under a path of the clone, relative to the clone.
 *
 * @param {string} relative
 * @returns {string[]}
 */
export function filesUnder(relative) {
  const found = fs.statSync(inRoot(relative), { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [relative]
  return fs.readdirSync(inRoot(relative)).flatMap((name) => filesUnder(path.posix.join(relative, name)))
}

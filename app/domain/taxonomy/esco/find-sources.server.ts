import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { escoFileOf, inReadingOrder } from './esco-file.ts'
import { RefusedFile } from './refused-file.ts'
import type { Source } from './stage-file.server.ts'

const NAMES =
  'skills_it.csv, skills_en.csv, occupations_it.csv, occupations_en.csv, occupationSkillRelations.csv, ' +
  'broaderRelationsSkillPillar.csv and broaderRelationsOccPillar.csv, as ESCO names them'

/**
 * The files that an import is of: those named, and of folders named those that we have a use for, in the order in which
 * they are read. Relations come with the download of every language and are the same in each: the first will do.
 * @throws RefusedFile for a file that is not there, has another name or is there twice, and for a folder without any.
 */
export async function findSources(
  paths: readonly string[],
): Promise<{ sources: Source[]; passedOver: string[] }> {
  const sources: Source[] = []
  const passedOver: string[] = []
  for (const given of paths) {
    const found = await stat(given).catch(() => undefined)
    if (!found) throw new RefusedFile(given, null, 'not found')
    if (!found.isDirectory()) {
      const file = escoFileOf(path.basename(given))
      if (!file) throw new RefusedFile(given, null, `not one of ${NAMES}`)
      sources.push({ path: given, name: path.basename(given), file })
      continue
    }
    for (const name of (await readdir(given)).sort()) {
      const file = escoFileOf(name)
      if (file) sources.push({ path: path.join(given, name), name, file })
      else passedOver.push(name)
    }
  }
  if (sources.length === 0) throw new RefusedFile(paths.join(', '), null, `holds none of ${NAMES}`)
  const again = sources.filter(({ file }, at) =>
    sources.slice(0, at).some((other) => JSON.stringify(other.file) === JSON.stringify(file)),
  )
  const twice = again.find(({ file }) => file.content === 'concepts')
  if (twice) throw new RefusedFile(twice.path, null, 'a file of this kind and language was named already')
  return {
    sources: inReadingOrder(sources.filter((source) => !again.includes(source))),
    passedOver: [...passedOver, ...again.map(({ name }) => name)],
  }
}

import { findSources } from '#app/domain/taxonomy/esco/find-sources.server.ts'
import { importEsco } from '#app/domain/taxonomy/esco/import-esco.server.ts'
import { readVocabulary } from '#app/domain/taxonomy/fresh-vocabulary.server.ts'
import { escoFolder, wholeDownload, type Size } from './esco-files.ts'

/** Imports a download of that size and lets this process know of it. */
export async function withEsco(size: Size): Promise<void> {
  const { sources } = await findSources([escoFolder(wholeDownload(size))])
  await importEsco(sources)
  await readVocabulary()
}

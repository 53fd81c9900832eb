import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { indexLabels } from '#app/domain/search/index-labels.server.ts'
import { findSources } from '#app/domain/taxonomy/esco/find-sources.server.ts'
import { importEsco } from '#app/domain/taxonomy/esco/import-esco.server.ts'
import { reportLines } from '#app/domain/taxonomy/esco/import-report.ts'
import { RefusedFile } from '#app/domain/taxonomy/esco/refused-file.ts'
import { closeDatabase } from '#db/client.ts'

const USAGE = `npm run taxonomy:import -- [--dry-run] [--accept-retired] [--report FILE] FILE|FOLDER …

FILE is a CSV of the official ESCO download, unzipped, under its own name; FOLDER holds such files.
  --dry-run         say what would change and change nothing
  --accept-retired  also if more than a tenth of the known concepts is not in the files
  --report FILE     write all that changed to FILE, as JSON
`

const say = (line: string) => process.stdout.write(`${line}\n`)

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      'accept-retired': { type: 'boolean', default: false },
      report: { type: 'string' },
    },
  })
  if (positionals.length === 0) throw new TypeError('no file was named')
  const { sources, passedOver } = await findSources(positionals)
  if (passedOver.length > 0) say(`no use for ${passedOver.join(', ')}`)
  const report = await importEsco(sources, {
    dryRun: values['dry-run'],
    acceptRetired: values['accept-retired'],
    onSwitch: indexLabels,
    onFile: (name, rows, resumed) =>
      say(`${name}: ${String(rows)} rows${resumed > 0 ? `, ${String(resumed)} of them read before` : ''}`),
  })
  say(values['dry-run'] ? 'would change, and nothing was:' : 'changed:')
  for (const line of reportLines(report)) say(line)
  if (values.report) await writeFile(values.report, `${JSON.stringify(report, null, 2)}\n`)
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof RefusedFile) process.stderr.write(`refused, nothing was changed. ${error.message}\n`)
  else if (error instanceof TypeError) process.stderr.write(`${error.message}\n\n${USAGE}`)
  else throw error
  process.exitCode = 1
} finally {
  await closeDatabase()
}

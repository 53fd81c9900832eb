import { closeDoors } from '#app/domain/restores/close-doors.server.ts'
import { holdMessages } from '#app/domain/restores/hold-messages.server.ts'
import { takeUpRegister } from '#app/domain/restores/take-up-register.server.ts'
import { checkChains } from '#app/domain/watch/check-chains.server.ts'
import { env } from '#app/platform/env.server.ts'
import { readErasures } from '#app/platform/erasure-ledger.server.ts'
import { asWorker } from '../worker-actor.ts'
import { finishRestoring, loadBackup, refuseUsedDatabase } from './load-backup.ts'
import { readBackup } from './manifest.ts'
import { replayErasures } from './replay-erasures.ts'
import { BackupTrouble } from './trouble.ts'

/**
 * Puts a backup into an empty database, erases again whoever was erased since, and leaves it ready to start. `say` gets a line
 * for each step. Killed on the way, it is run again from the beginning.
 * @returns whether the register of who did what is whole.
 */
export async function restoreBackup(
  ownerUrl: string,
  folder: string,
  say: (line: string) => void,
): Promise<boolean> {
  const backup = await readBackup(folder)
  const { tables } = backup.inside
  say(`backup of ${backup.made.madeAt}: ${String(tables.length)} files, each as it was written`)
  const lines = await readErasures()
  const certificates = tables.find(({ name }) => name === 'erasures')?.rows ?? 0
  if (!lines && certificates > 0)
    throw new BackupTrouble(
      `people have been erased, and there is no list of them at ${env().ERASURE_LEDGER}: set ERASURE_LEDGER`,
    )
  await refuseUsedDatabase(ownerUrl)
  await loadBackup(ownerUrl, folder, backup)
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  say(`${String(rows)} rows of ${String(tables.length)} tables are in, the schema is the newest`)

  // First of all: what comes next writes entries where the lost ones stood.
  const { broken, lost } = await asWorker(takeUpRegister)
  say(`register: ${broken ? 'broken' : 'whole'} up to the backup, ${String(lost)} later entries are lost`)
  const again = await replayErasures(lines ?? [])
  say(`erasures: ${String(lines?.length ?? 0)} written down, ${String(again)} done again`)
  const ended = await asWorker(closeDoors)
  const held = await asWorker(holdMessages)
  say(
    `messages: ${String(held.messages)} that became due handed to people, ${String(held.mails)} mails in doubt; everybody signs in again`,
  )
  say(`meetings and contracts: those of ${String(ended)} cards are ended, to be arranged and sent anew`)
  await finishRestoring(ownerUrl)
  const verdict = await asWorker(checkChains)
  say(`audit: ${String(verdict.entries)} entries, ${verdict.broken ? 'broken' : 'whole'}`)
  return !broken && !verdict.broken
}

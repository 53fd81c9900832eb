import { audit, NETWORK_ORG } from '#app/domain/audit/record.server.ts'
import { onFolder } from './backup/command.ts'
import { takeBackup } from './backup/take-backup.ts'
import { asWorker } from './worker-actor.ts'

await onFolder(async (ownerUrl, folder) => {
  const { made, inside } = await takeBackup(ownerUrl, folder)
  const entry = { action: 'database.backed_up', subjectType: 'database', orgId: NETWORK_ORG }
  await asWorker((tx) => audit(tx, entry))
  const rows = inside.tables.reduce((sum, table) => sum + table.rows, 0)
  const bytes = made.files.reduce((sum, file) => sum + file.bytes, 0)
  process.stdout.write(
    `${String(rows)} rows of ${String(inside.tables.length)} tables as of ${made.madeAt}, ${String(Math.ceil(bytes / 1024))} KB, sealed under ${made.key}\n`,
  )
  return true
})

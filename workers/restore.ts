import { onFolder } from './backup/command.ts'
import { restoreBackup } from './backup/restore-backup.ts'

await onFolder((ownerUrl, folder) =>
  restoreBackup(ownerUrl, folder, (line) => process.stdout.write(`${line}\n`)),
)

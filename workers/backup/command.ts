import { closeDatabase } from '#db/client.ts'
import { BackupTrouble } from './trouble.ts'

/** Runs a command on a folder, the first argument; what we can name ends it with one line and exit code 1. */
export async function onFolder(work: (ownerUrl: string, folder: string) => Promise<boolean>): Promise<void> {
  try {
    const folder = process.argv[2]
    const ownerUrl = process.env.DATABASE_OWNER_URL
    if (!folder)
      throw new BackupTrouble('say which folder: npm run backup -- FOLDER, npm run restore -- FOLDER')
    if (!ownerUrl)
      throw new BackupTrouble('set DATABASE_OWNER_URL: backups are made as the owner of the tables')
    if (!(await work(ownerUrl, folder))) process.exitCode = 1
  } catch (error) {
    if (!(error instanceof BackupTrouble)) throw error
    process.stdout.write(`${error.message}\n`)
    process.exitCode = 1
  } finally {
    await closeDatabase()
  }
}

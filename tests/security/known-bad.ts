/** A release that must not come in: every one below a version, or some by name. `why` says what is wrong with it. */
export type KnownBad = { name: string; why: string } & ({ below: string } | { exactly: readonly string[] })

/** Faults of parts that we use, or might: the registry's own audit can't be asked from everywhere. */
const vulnerable: KnownBad[] = [
  { name: '@remix-run/node', below: '2.17.5', why: 'CVE-2025-61686, files of sessions; forged forms' },
  { name: '@remix-run/react', below: '2.17.5', why: 'scripts by a redirect' },
  { name: '@remix-run/server-runtime', below: '2.17.5', why: 'CVE-2026-22030, forged forms' },
  {
    name: '@remix-run/router',
    below: '1.23.4',
    why: 'CVE-2026-22029, scripts by a redirect; double slashes',
  },
  { name: 'drizzle-orm', below: '0.45.2', why: 'CVE-2026-39356, injection by a name' },
  { name: 'nodemailer', below: '9.1.1', why: 'GHSA-2x7j-588g-ccc2 and those before it' },
  { name: 'bullmq', below: '6.0.7', why: 'workers hang after the connection was lost' },
  { name: 'sanitize-html', below: '2.17.4', why: 'CVE-2026-44990' },
  { name: 'express', below: '4.20.0', why: 'CVE-2024-43796' },
  { name: 'body-parser', below: '1.20.3', why: 'CVE-2024-45590' },
  { name: 'send', below: '0.19.0', why: 'CVE-2024-43799' },
  { name: 'serve-static', below: '1.16.0', why: 'CVE-2024-43800' },
  { name: 'path-to-regexp', below: '0.1.12', why: 'CVE-2024-52798' },
  { name: 'cookie', below: '0.7.0', why: 'CVE-2024-47764' },
  { name: 'cross-spawn', below: '7.0.5', why: 'CVE-2024-21538' },
  { name: 'on-headers', below: '1.1.0', why: 'CVE-2025-7339' },
  { name: 'ws', below: '7.5.10', why: 'CVE-2024-37890' },
]

/** Releases that were taken over by somebody else. They are gone from the registry, not from every mirror and cache. */
const takenOver: KnownBad[] = [
  ...(
    [
      ['ansi-regex', '6.2.1'],
      ['ansi-styles', '6.2.2'],
      ['backslash', '0.2.1'],
      ['chalk', '5.6.1'],
      ['chalk-template', '1.1.1'],
      ['color', '5.0.1'],
      ['color-convert', '3.1.1'],
      ['color-name', '2.0.1'],
      ['color-string', '2.1.1'],
      ['debug', '4.4.2'],
      ['error-ex', '1.3.3'],
      ['has-ansi', '6.0.1'],
      ['is-arrayish', '0.3.3'],
      ['simple-swizzle', '0.2.3'],
      ['slice-ansi', '7.1.1'],
      ['strip-ansi', '7.1.1'],
      ['supports-color', '10.2.1'],
      ['supports-hyperlinks', '4.1.1'],
      ['wrap-ansi', '9.0.1'],
    ] as const
  ).map(([name, version]) => ({ name, exactly: [version], why: 'taken over, September 2025' })),
  { name: '@ctrl/tinycolor', exactly: ['4.1.1', '4.1.2'], why: 'the worm of September 2025' },
  {
    name: 'eslint-config-prettier',
    exactly: ['8.10.1', '9.1.1', '10.1.6', '10.1.7'],
    why: 'taken over, July 2025',
  },
  { name: 'eslint-plugin-prettier', exactly: ['4.2.2', '4.2.3'], why: 'taken over, July 2025' },
  { name: 'ua-parser-js', exactly: ['0.7.29', '0.8.0', '1.0.0'], why: 'taken over, October 2021' },
  { name: 'node-ipc', exactly: ['10.1.1', '10.1.2', '10.1.3'], why: 'deletes files, March 2022' },
  { name: 'event-stream', exactly: ['3.3.6'], why: 'taken over, November 2018' },
  { name: 'flatmap-stream', exactly: ['0.1.1', '0.1.2'], why: 'what event-stream brought along' },
  { name: 'bullmq', exactly: ['5.34.9'], why: 'schedulers stop' },
]

export const knownBad: readonly KnownBad[] = [...vulnerable, ...takenOver]

const numbers = (version: string): number[] => version.split(/[.+-]/).slice(0, 3).map(Number)

function isBelow(version: string, limit: string): boolean {
  const [one, other] = [numbers(version), numbers(limit)]
  const at = [0, 1, 2].find((place) => one[place] !== other[place])
  return at !== undefined && (one[at] ?? 0) < (other[at] ?? 0)
}

/** What is wrong with a release, where something is known. */
export const faultOf = (name: string, version: string): string | undefined =>
  knownBad.find(
    (bad) =>
      bad.name === name && ('below' in bad ? isBelow(version, bad.below) : bad.exactly.includes(version)),
  )?.why

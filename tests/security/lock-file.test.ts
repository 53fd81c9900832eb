import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { installScripts } from './install-scripts.ts'
import { faultOf } from './known-bad.ts'

const IN_MODULES = 'node_modules/'

type Entry = {
  /** Where it was published under another name than its folder's. */
  name?: string
  version: string
  resolved?: string
  integrity?: string
  hasInstallScript?: boolean
  link?: boolean
}

const read = (file: string): string => readFileSync(file, 'utf8')
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Entry> }
const manifest = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>

/** Every installed package, by the name it was published under. */
const installed = Object.entries(lock.packages)
  .filter(([place]) => place !== '')
  .map(([place, entry]) => ({
    place,
    ...entry,
    name: entry.name ?? place.slice(place.lastIndexOf(IN_MODULES) + IN_MODULES.length),
  }))

describe('what is installed', () => {
  test('names no place of its own to come from, and each package has the hash of what was read', () => {
    expect(installed.length).toBeGreaterThan(500)
    // Without an address a package comes from the registry that whoever installs has chosen.
    const elsewhere = installed.filter(({ resolved, link }) => link || resolved !== undefined)
    expect(elsewhere.map(({ place }) => place)).toEqual([])
    const unhashed = installed.filter(({ integrity }) => !integrity?.startsWith('sha512-'))
    expect(unhashed.map(({ place }) => place)).toEqual([])
  })

  test('is in no release of which something bad is known', () => {
    const faults = installed.flatMap(({ place, name, version }) => {
      const why = faultOf(name, version)
      return why ? [`${place} ${version}: ${why}`] : []
    })
    expect(faults).toEqual([])
  })

  test('runs no program while it is installed, and would only where somebody has said why', () => {
    const running = new Set(installed.filter((one) => one.hasInstallScript).map(({ name }) => name))
    expect([...running].toSorted()).toEqual(Object.keys(installScripts).toSorted())
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
  })

  test('was asked for in one exact version', () => {
    const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(asked.filter(([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual(
      [],
    )
  })
})

describe('the list of bad releases', () => {
  test.each([
    ['@remix-run/node', '2.17.4', true],
    ['@remix-run/node', '2.17.5', false],
    ['@remix-run/node', '2.9.99', true],
    ['drizzle-orm', '0.45.10', false],
    ['chalk', '5.6.1', true],
    ['chalk', '5.6.2', false],
  ])('%s %s: %s', (name, version, bad) => {
    expect(faultOf(name, version) !== undefined).toBe(bad)
  })
})

test('npm run sbom lists every part, each with its hash, in CycloneDX', () => {
  const bom = JSON.parse(
    execFileSync('npm', ['run', '-s', 'sbom'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
  ) as {
    bomFormat: string
    components: { name: string; group?: string; version: string; hashes?: unknown[] }[]
  }
  expect(bom.bomFormat).toBe('CycloneDX')
  const listed = new Set(
    bom.components.map(({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`),
  )
  const missing = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([name, version]) => !version.startsWith('npm:') && !listed.has(`${name}@${version}`),
  )
  expect(missing).toEqual([])
  expect(bom.components.filter(({ hashes }) => !hashes?.length)).toEqual([])
})

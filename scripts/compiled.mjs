import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import vm from 'node:vm'
import zlib from 'node:zlib'

/** What stands around a program's text, so that it gets what Node gives to a module. */
export const BEFORE = '(function (exports, require, module, __filename, __dirname, moduleUrl) {'
export const AFTER = '})'

/** What a package asks of its module, and who answers. */
export const ASKED = { 'import.meta.url': 'moduleUrl' }

/** By then a web server has shown pages and a worker has looked for work: what they needed is compiled. */
const RUN_IN = 5_000

/**
 * Runs a program that is one text, with what V8 compiled of it when it ran before: otherwise most of its start goes into
 * that. The first run of a text writes it down after `runIn` milliseconds; where it can't be kept or read, a start takes longer
 * and that is all.
 * @param {{ file: string, text: string, id: string }} program `id` tells its text from any other: V8 compares no more than its
 *   length.
 */
export function runCompiled({ file, text, id }, runIn = RUN_IN) {
  const kept = `${file}.${id.slice(0, 16)}${COMPILED}`
  const cachedData = read(kept)
  const script = new vm.Script(text, { filename: file, cachedData })
  // Another version of V8, or other flags, compile anew.
  if (!cachedData || script.cachedDataRejected) setTimeout(keep, runIn, script, file, kept).unref()
  const module = { exports: {} }
  const address = pathToFileURL(file).href
  script.runInThisContext()(module.exports, createRequire(file), module, file, path.dirname(file), address)
}

const COMPILED = '.compiled'

/** V8 trusts the content and falls over one that a disk or a loss of power has damaged. */
const sumOf = (compiled) => zlib.crc32(compiled, zlib.crc32(process.arch))
const SUM_BYTES = 4

function read(kept) {
  try {
    const all = fs.readFileSync(kept)
    const compiled = all.subarray(0, -SUM_BYTES)
    return all.readUInt32LE(compiled.length) === sumOf(compiled) ? compiled : undefined
  } catch {
    return undefined
  }
}

/** Keeps what is compiled by now in the place of what was kept of older texts of the same program. */
function keep(script, file, kept) {
  const own = `${kept}.${process.pid}`
  try {
    const compiled = script.createCachedData()
    const sum = Buffer.alloc(SUM_BYTES)
    sum.writeUInt32LE(sumOf(compiled))
    fs.writeFileSync(own, Buffer.concat([compiled, sum]))
    fs.renameSync(own, kept)
    const folder = path.dirname(file)
    for (const name of fs.readdirSync(folder))
      if (
        name.startsWith(`${path.basename(file)}.`) &&
        name.includes(COMPILED) &&
        name !== path.basename(kept)
      )
        fs.rmSync(path.join(folder, name), { force: true })
  } catch {
    fs.rmSync(own, { force: true })
  }
}

import { connect, type Socket } from 'node:net'
import { env } from '../env.server.ts'

/** A file of five megabytes takes a second; a scanner that says nothing for this long is down. */
const PATIENCE = 15_000
const CHUNK = 64 * 1024
/** Nothing that clamd answers is longer. */
const LONGEST_ANSWER = 4_096

/** `down`: it could not be asked, or did not know; nothing is taken then. */
export type ScanVerdict = 'clean' | 'infected' | 'down' | 'not_configured'

function open(address: URL): Socket {
  if (address.protocol === 'unix:') return connect({ path: decodeURIComponent(address.pathname) })
  return connect({ host: address.hostname, port: Number(address.port || 3310) })
}

/** The protocol of clamd: its command, then pieces with their length before them, then one of none. */
function* instream(bytes: Buffer): Generator<Buffer> {
  yield Buffer.from('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const piece = bytes.subarray(at, at + CHUNK)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(piece.length)
    yield Buffer.concat([length, piece])
  }
  yield Buffer.alloc(4)
}

function ask(address: URL, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = open(address)
    let answer = ''
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error('no answer')))
    socket.on('error', reject)
    socket.on('data', (data: Buffer) => {
      answer += data.toString('latin1')
      if (answer.length > LONGEST_ANSWER) socket.destroy(new Error('too long an answer'))
    })
    socket.on('close', () => resolve(answer.replace(/\0.*$/s, '').trim()))
    socket.on('connect', () => {
      for (const piece of instream(bytes)) socket.write(piece)
    })
  })
}

/**
 * Asks the ClamAV of CLAMAV_URL about a file. Whatever is not a plain "OK" is no yes: a scanner that is down, or that found
 * the file too large, lets nothing pass.
 */
export async function scan(bytes: Buffer): Promise<ScanVerdict> {
  const { CLAMAV_URL } = env()
  if (!CLAMAV_URL) return 'not_configured'
  const answer = await ask(new URL(CLAMAV_URL), bytes).catch(() => '')
  if (answer === 'stream: OK') return 'clean'
  return answer.endsWith(' FOUND') ? 'infected' : 'down'
}

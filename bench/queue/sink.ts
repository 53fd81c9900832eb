import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { inRoot } from '../../scripts/paths.mjs'

type Said = { port?: number; taken?: number }

const said = async (child: ChildProcess): Promise<Said> => ((await once(child, 'message')) as [Said])[0]

/** A local SMTP server in another process. */
export async function startSink() {
  const child = fork(inRoot('bench/queue/sink-process.ts'), { execArgv: ['--import', 'tsx'] })
  const { port = 0 } = await said(child)
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    /** How many messages it has taken so far. */
    taken: async (): Promise<number> => {
      const answer = said(child)
      child.send('how many?')
      return (await answer).taken ?? 0
    },
    stop: () => {
      child.disconnect()
    },
  }
}

import type { Tx } from '#app/domain/shared/with-actor.server.ts'

type Client = { unsafe: (...args: unknown[]) => unknown }

/** Runs `work` and counts the statements that it sends. */
export async function countStatements(tx: Tx, work: () => Promise<unknown>): Promise<number> {
  const client = (tx as unknown as { session: { client: Client } }).session.client
  const send = client.unsafe.bind(client)
  let sent = 0
  client.unsafe = (...args) => {
    sent += 1
    return send(...args)
  }
  try {
    await work()
  } finally {
    client.unsafe = send
  }
  return sent
}

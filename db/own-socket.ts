import { connect, type Socket } from 'node:net'

/** Where postgres.js wants to go: of several hosts we have one. */
type Address = { host: string[]; port: number[]; path?: string | false }

/**
 * A connection that is over as soon as its fault is known. Node says `error` at once and `close` a turn of its loop later;
 * postgres.js 3.4 gives a connection away until `close`, and forgets who began a transaction on it in between: it waited for
 * ever, or could find itself in the transaction of whoever got the connection next.
 */
function ownSocket({ host: [host], port: [port], path }: Address): Socket {
  const socket = path ? connect(path) : connect(port ?? 5432, host)
  // After the other listeners of `error`, before any promise: those who hear of the fault find the connection closed.
  socket.once('error', () => process.nextTick(() => socket.emit('close', false)))
  // As postgres.js does with its own: TLS asks for the host by its name, and errors say where it was to go.
  return Object.assign(socket, { host, port })
}

/** The option of postgres.js that its types do not know. Over TLS, whose sockets it makes itself, `NoTurn` is what remains. */
export const overOwnSocket: object = { socket: ownSocket }

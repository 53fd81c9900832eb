import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail server in a process of its own that takes everything, keeps nothing, and says how many when it is asked. */
let taken = 0
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, _session, answer) {
    stream.on('end', () => {
      taken += 1
      answer()
    })
    stream.resume()
  },
})
process.on('message', () => process.send?.({ taken }))
process.on('disconnect', () => process.exit(0))
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.server.address() as AddressInfo).port }))

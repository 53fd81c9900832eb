// Loaded into the web and worker processes. They run in sessions of their own, so when `npm start` is killed outright
// nobody tells them; but the channel to it closes, and then they stop as if told.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  // Listening alone must not keep a process alive that has nothing left to do.
  process.channel.unref()
}

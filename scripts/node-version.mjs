// Imported first by every command: an old Node must meet this line before it meets syntax or a dependency it lacks.
const [major, minor] = process.versions.node.split('.').map(Number)

// The ranges are those that all of our tools share; the odd releases 21 and 23 are in none of them.
const supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24

if (!supported) {
  console.error(
    'Node ' +
      process.versions.node +
      ' is not supported: install the current LTS (20.19+, 22.12+ or 24+ work) from https://nodejs.org and run this again',
  )
  process.exit(1)
}

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const armed = async (mode: string, fault: string) => {
  vi.stubEnv('APP_MODE', mode).stubEnv('FAULT', fault)
  vi.resetModules()
  return (await import('./crash-point.ts')).crashPoint
}

const spyOnKill = () => vi.spyOn(process, 'kill').mockReturnValue(true)
let kill: ReturnType<typeof spyOnKill>
beforeEach(() => {
  kill = spyOnKill()
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

describe('a named point', () => {
  it('lets a test have the process die there, the time it asks for and no other', async () => {
    const crashPoint = await armed('test', 'after-250:2')
    crashPoint('after-250')
    crashPoint('before-smtp')
    expect(kill).not.toHaveBeenCalled()
    crashPoint('after-250')
    crashPoint('after-250')
    expect(kill.mock.calls).toEqual([[process.pid, 'SIGKILL']])
  })

  it('lets it stop there until it is woken', async () => {
    const crashPoint = await armed('test', 'before-commit:1:SIGSTOP')
    crashPoint('before-commit')
    expect(kill.mock.calls).toEqual([[process.pid, 'SIGSTOP']])
  })

  it.each(['production', 'demo'])('is nothing in %s, whatever the environment says', async (mode) => {
    const crashPoint = await armed(mode, 'after-claim')
    crashPoint('after-claim')
    expect(kill).not.toHaveBeenCalled()
  })
})

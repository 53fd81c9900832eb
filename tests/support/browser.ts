import { chromium, type Browser } from 'playwright-core'

/** Why no browser can be had on this machine, or null. */
export const noBrowser: string | null = process.env.PASSAPAROLA_NO_CHROMIUM ?? null

/** The system's Chromium, headless, asking nothing of the outside. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.PASSAPAROLA_CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  })

import { m } from '#app/locales/generated/messages.js'

export type ErrorCopy = { title: string; advice: string }

const copies: Record<number, () => ErrorCopy> = {
  400: () => ({ title: m.errors_400_title(), advice: m.errors_400_advice() }),
  401: () => ({ title: m.errors_401_title(), advice: m.errors_401_advice() }),
  403: () => ({ title: m.errors_403_title(), advice: m.errors_403_advice() }),
  404: () => ({ title: m.errors_404_title(), advice: m.errors_404_advice() }),
  405: () => ({ title: m.errors_400_title(), advice: m.errors_400_advice() }),
  409: () => ({ title: m.errors_409_title(), advice: m.errors_409_advice() }),
  410: () => ({ title: m.errors_410_title(), advice: m.errors_410_advice() }),
  413: () => ({ title: m.errors_413_title(), advice: m.errors_413_advice() }),
  415: () => ({ title: m.errors_400_title(), advice: m.errors_400_advice() }),
  422: () => ({ title: m.errors_422_title(), advice: m.errors_422_advice() }),
  429: () => ({ title: m.errors_429_title(), advice: m.errors_429_advice() }),
  503: () => ({ title: m.errors_503_title(), advice: m.errors_503_advice() }),
}

/** What happened and what to do, for a status, in the language of the request. */
export function errorCopy(status: number): ErrorCopy {
  const copy = copies[status] ?? (status >= 400 && status < 500 ? copies[400] : undefined)
  return copy?.() ?? { title: m.errors_500_title(), advice: m.errors_500_advice() }
}

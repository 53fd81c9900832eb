import { m } from '#app/locales/generated/messages.js'

/** Minutes as people say them: `45 min`, `3 h`, `12 h 30 min`. */
export function minutesInWords(total: number): string {
  const hours = Math.floor(total / 60)
  const minutes = total % 60
  if (hours === 0) return m.network_minutes({ minutes })
  return minutes === 0 ? m.network_hours({ hours }) : m.network_hours_minutes({ hours, minutes })
}

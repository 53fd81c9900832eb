import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { PhoneView } from '#app/ui/company/company-view.ts'

/** A number as it is dialled and as people read it; one that was kept in another form is shown as it is. */
export function phoneView(kept: string): PhoneView {
  const number = parsePhoneNumberFromString(kept, 'IT')
  if (!number) return { dial: kept, shown: kept }
  return {
    dial: number.number,
    shown: number.country === 'IT' ? number.formatNational() : number.formatInternational(),
  }
}

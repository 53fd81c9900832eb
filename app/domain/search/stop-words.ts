const italian = `a ad agli ai al all alla alle allo che chi col coi come con cui da dagli dai dal dall dalla dalle dallo degli dei
  del dell della delle dello di e ed gli ha i il in io l la le lei lo loro lui ma mi ne negli nei nel nell nella nelle nello
  noi non o per piu quale quali questa queste questi questo se si sono su sua sue sugli sui sul sull sulla sulle sullo suo
  tra fra un una uno vi voi d`
const english = `a an and are as at be by for from has in into is it its of on or that the their to was were with you your s t`

const words = new Set(`${italian} ${english}`.split(/\s+/))

/** Whether a folded word says nothing of what is searched: articles, prepositions and the like, Italian and English. */
export const isStopWord = (word: string): boolean => words.has(word)

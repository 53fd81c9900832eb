import { shares, zipf, type Random } from '../random.ts'

const beginnings =
  `acc add aff agg all amb app arr ass avv bal ban bar bas bat bel ber bil boc bor bra bri bru cal cam can cap car cas
  cat cav cer chi cil cin cla coc col com con cor cos cre cri cuc cul cur dec del den der des dis dom dor dra due ebr edi ele
  emb ene ent ero esp est fab fac fal fam far fat fed fer fia fil fin fis foc fol fon for fra fre fru fum gal gar gas gel gen
  ger ghi gia gio gla gra gri gru gua ide imb imp inc ind inf ing ins int inv lab lac lam lan lar las lat lav leg leg len
  let lib lim lin liq loc log lub luc mac mag mal man mar mas mat mec med men mer met mez min mis mob mod mol mon mor mot mur
  nas nav neg nom nor not nuc num ogg oli omb ope ord org ori ort oss ott pac pag pal pan par pas pat pav pel pen per pes
  pia pic pie pit pla pol pom pon por pos pra pre pri pro pul pun qua que rac rad ram rap ras rec red reg rem ren rep res ret
  ric rif rim rin rip ris riv rob roc rot rub sal san sap sar sca sce sch scr scu seg sel sem ser set sfe sig sim sis sol som
  sor spa spe spi spo sta ste sto str stu sub suc sup sva tag tal tap tas tav tec tel tem ten ter tes tim tin tir tol ton tor
  tra tre tri tub tur uff urb uti val vap var vas vel ven ver ves vet via vid vig vin vis vit viv vol`.split(
    /\s+/,
  )
const middles = 'a e i o al an ar at el en er et ic il in is ol on or os ut izz ell ett icc ent ant'.split(
  ' ',
)
const endings =
  'o a e i are ere ire ato ata ore ori ura ure zione zioni mento menti ista isti aio iere ieri ico ica ivo iva ale ali'.split(
    ' ',
  )
const fillers = ['di', 'del', 'della', 'alle', 'per', 'in', 'con', 'e', 'a', 'dei']

/** Distinct words, as many and as unlike as a long list of Italian trades and skills holds. */
function vocabulary(random: Random, size: number): string[] {
  const words = new Set<string>()
  const one = (list: readonly string[]) => list[random.int(list.length)] ?? ''
  while (words.size < size)
    words.add(one(beginnings) + one(middles) + (random.chance(0.4) ? one(middles) : '') + one(endings))
  return [...words]
}

export type TextMaker = { words: string[]; text: (least: number, most: number) => string }

/** Makes texts whose words are as unevenly common as in a language. */
export function textMaker(random: Random, size: number): TextMaker {
  const words = vocabulary(random, size)
  const common = zipf(size, 0.9)
  const short = shares([3, 1])
  const text = (least: number, most: number) =>
    Array.from({ length: least + random.int(most - least + 1) }, (_, at) => {
      const word = words[random.pick(common)] ?? ''
      return at > 0 && random.pick(short) === 1
        ? `${fillers[random.int(fillers.length)] ?? ''} ${word}`
        : word
    }).join(' ')
  return { words, text }
}

/** The text with one typing error in one of its longer words. */
export function misspelt(random: Random, text: string): string {
  const words = text.split(' ')
  const long = words.map((word, at) => ({ word, at })).filter(({ word }) => word.length >= 5)
  const chosen = long[random.int(long.length)]
  if (!chosen) return text
  const { word, at } = chosen
  const where = 1 + random.int(word.length - 2)
  const [before, after] = [word.slice(0, where), word.slice(where + 1)]
  const letter = String.fromCharCode(97 + random.int(26))
  const wrong = [
    before + after,
    before + letter + word.slice(where),
    before + letter + after,
    before + after.charAt(0) + word.charAt(where) + after.slice(1),
  ][random.int(4)]
  return words.with(at, wrong ?? word).join(' ')
}

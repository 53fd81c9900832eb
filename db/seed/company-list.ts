import type { TrustStage } from '#app/domain/trust/stages.ts'
import type { SectorCode } from '#app/domain/taxonomy/sectors.ts'
import type { SizeBand } from '#app/domain/companies/size-bands.ts'

/** An employer of the demo network. `aims` is the rung that its history leads to. */
export type CompanyEntry = {
  name: string
  sector: SectorCode
  sizeBand: SizeBand
  place: string
  aims: TrustStage
  verification?: 'pending' | 'rejected'
  standing?: 'paused' | 'do_not_contact'
  /** Nobody has called for so many days: the relationship cools. */
  quietFor?: number
  /** It was visited twice in the last month: the relationship warms. */
  closerLately?: true
}

type Row = [string, SectorCode, SizeBand, string, TrustStage, Partial<CompanyEntry>?]

/** Names are invented in the manner of the territory; none is meant to be that of a real firm. */
const rows: readonly Row[] = [
  ['Cucine Collinari', 'food-service', 'medium', 'Torino', 'ambassador'],
  ['Hotel Tre Gelsi', 'hotels', 'small', 'Torino', 'hiring'],
  ['Lucida Servizi Integrati', 'cleaning', 'large', 'Torino', 'ambassador'],
  ['Magazzini Borgo Vetro', 'logistics', 'large', 'Settimo Torinese', 'testimonial'],
  ['Officine Pratolungo', 'metal', 'medium', 'Moncalieri', 'hosting', { quietFor: 96 }],
  ['Panificio Spiga Storta', 'food-industry', 'small', 'Torino', 'hosting'],
  ['Lavanderia Bianca Corte', 'personal-services', 'medium', 'Collegno', 'hiring'],
  ['Residenza Tiglio Alto', 'care', 'medium', 'Torino', 'ambassador'],
  ['Plastica Novemondi', 'plastics-printing', 'medium', 'Grugliasco', 'hosting'],
  ['Elettronica Quarto Polo', 'electronics', 'medium', 'Rivoli', 'posting', { closerLately: true }],
  ['Ciclofficina Ruota Larga', 'personal-services', 'micro', 'Torino', 'posting', { closerLately: true }],
  ['Sartoria Filo Obliquo', 'textiles', 'small', 'Torino', 'hosting'],
  ['Supermercati Cestoverde', 'retail', 'large', 'Nichelino', 'posting'],
  ['Bistrot Ventinove Tegole', 'food-service', 'small', 'Torino', 'posting', { verification: 'pending' }],
  ['Cantieri Mattone Vivo', 'construction', 'small', 'Chieri', 'in_dialogue', { quietFor: 82 }],
  ['Radura Giardini', 'agriculture', 'small', 'Pinerolo', 'hiring'],
  ['Nido Le Sette Lune', 'education-social', 'small', 'Torino', 'contacted'],
  ['Seconda Piega Recuperi', 'environment', 'small', 'Ivrea', 'hosting'],
  ['Logica Sottile Informatica', 'office-it', 'small', 'Torino', 'in_dialogue', { closerLately: true }],
  ['Birrificio Corvo Pallido', 'food-industry', 'micro', 'Carmagnola', 'contacted', { quietFor: 58 }],
  ['Trattoria Gelso Storto', 'food-service', 'micro', 'Torino', 'new', { verification: 'pending' }],
  ['Lampo Consegne Rapide', 'logistics', 'micro', 'Orbassano', 'contacted', { verification: 'rejected' }],
  ['Frutta Val Serena', 'agriculture', 'medium', 'Saluzzo', 'ambassador'],
  ['Dolciaria Bricco Moro', 'food-industry', 'medium', 'Alba', 'testimonial'],
  ['Mobilificio Noce Antica', 'wood-furniture', 'small', 'Fossano', 'hosting'],
  ['Residenza Prato Lieve', 'care', 'medium', 'Cuneo', 'hosting'],
  ['Albergo Cima Chiara', 'hotels', 'small', 'Limone Piemonte', 'posting'],
  ['Vivai Lungofiume Alto', 'agriculture', 'small', 'Savigliano', 'in_dialogue', { closerLately: true }],
  ['Caseificio Latte di Quota', 'food-industry', 'small', 'Mondovì', 'in_dialogue'],
  ['Ristorante La Volpe Mite', 'food-service', 'micro', 'Bra', 'contacted'],
  ['Autotrasporti Tre Argini', 'logistics', 'medium', 'Cuneo', 'new', { verification: 'pending' }],
  ['Salumificio Borgo Neve', 'food-industry', 'small', 'Cuneo', 'hosting', { standing: 'paused' }],
  ['Cantine Colle Ambrato', 'food-industry', 'small', 'Canelli', 'hosting'],
  ['Impresa Splendido Pulizie', 'cleaning', 'small', 'Asti', 'hiring'],
  ['Imballaggi Val Corta', 'plastics-printing', 'medium', 'Asti', 'posting', { quietFor: 74 }],
  ['Vigneti Terre Sospese', 'agriculture', 'micro', 'Nizza Monferrato', 'in_dialogue', { quietFor: 71 }],
  ['Tavola Grande Ristorazione', 'food-service', 'medium', 'Asti', 'hosting'],
  ['Meccanica Rondello', 'metal', 'small', "Villanova d'Asti", 'contacted', { standing: 'do_not_contact' }],
  ['Logistica Pianalunga', 'logistics', 'large', 'Tortona', 'hiring'],
  ['Residenza Casa Quercina', 'care', 'medium', 'Alessandria', 'hosting'],
  [
    'Biscottificio Quattro Manine',
    'food-industry',
    'small',
    'Novi Ligure',
    'posting',
    { closerLately: true },
  ],
  ['Confezioni Ago Fine', 'textiles', 'small', 'Casale Monferrato', 'in_dialogue'],
  ['Carpenterie Ferrodolce', 'metal', 'small', 'Alessandria', 'in_dialogue', { quietFor: 110 }],
  ['Edil Argine Vecchio', 'construction', 'micro', 'Acqui Terme', 'contacted', { quietFor: 77 }],
  ['Rubinetterie Sestomonte', 'metal', 'medium', 'Borgomanero', 'testimonial'],
  ['Hotel Darsena Alta', 'hotels', 'small', 'Arona', 'hiring'],
  ["Riseria Specchio d'Acqua", 'food-industry', 'small', 'Novara', 'ambassador'],
  ['Distribuzione Ticinella', 'logistics', 'large', 'Novara', 'hosting'],
  ['Pulizie Acqua di Fonte', 'cleaning', 'small', 'Novara', 'posting', { closerLately: true }],
  ['Tessuti Trecastelli', 'textiles', 'small', 'Oleggio', 'new', { verification: 'pending' }],
  ['Mondina Verde Agricola', 'agriculture', 'small', 'Vercelli', 'posting'],
  ['Carta e Pieghe', 'plastics-printing', 'small', 'Santhià', 'in_dialogue', { closerLately: true }],
  ['Cucina di Risaia', 'food-service', 'micro', 'Vercelli', 'new', { verification: 'pending' }],
  ['Filatura Valsesta', 'textiles', 'medium', 'Biella', 'testimonial'],
  ['Lanificio Torre Sottile', 'textiles', 'medium', 'Cossato', 'hosting', { quietFor: 67 }],
  ['Residenza Fonte Lieve', 'care', 'small', 'Biella', 'in_dialogue', { closerLately: true }],
  ['Forno Due Comignoli', 'food-industry', 'micro', 'Biella', 'contacted'],
  ['Grand Hotel Isola Muta', 'hotels', 'medium', 'Stresa', 'hosting'],
  ["Segheria Bosco d'Ossola", 'wood-furniture', 'small', 'Domodossola', 'in_dialogue'],
  ['Gelateria Riva Tersa', 'food-industry', 'micro', 'Verbania', 'new', { verification: 'pending' }],
]

export const companyList: readonly CompanyEntry[] = rows.map(
  ([name, sector, sizeBand, place, aims, more]) => ({ name, sector, sizeBand, place, aims, ...more }),
)

/** Who introduced whom. The last one has not been reached yet. */
export const introductions: readonly (readonly [from: string, to: string])[] = [
  ['Cucine Collinari', 'Supermercati Cestoverde'],
  ['Cucine Collinari', 'Logica Sottile Informatica'],
  ['Lucida Servizi Integrati', 'Nido Le Sette Lune'],
  ['Lucida Servizi Integrati', 'Pulizie Acqua di Fonte'],
  ['Residenza Tiglio Alto', 'Residenza Fonte Lieve'],
  ['Frutta Val Serena', 'Vivai Lungofiume Alto'],
  ["Riseria Specchio d'Acqua", 'Mondina Verde Agricola'],
  ['Magazzini Borgo Vetro', 'Autotrasporti Tre Argini'],
]

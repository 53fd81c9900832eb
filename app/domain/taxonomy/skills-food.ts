import type { Skill } from './skill.ts'

/** Bakery, pastry and food industry. */
export const foodSkills: readonly Skill[] = [
  {
    code: 'sk-bread-dough',
    group: 'bakery',
    it: 'impasto e lievitazione del pane',
    en: 'mixing and proving bread dough',
  },
  {
    code: 'sk-bread-shaping',
    group: 'bakery',
    it: 'formatura di pane e grissini',
    en: 'shaping bread and breadsticks',
  },
  {
    code: 'sk-oven-baking',
    group: 'bakery',
    it: 'infornata e controllo della cottura',
    en: 'loading ovens and checking baking',
    esco: 'http://data.europa.eu/esco/skill/5626b3b1-5415-47f6-acf1-b573d457d180',
  },
  {
    code: 'sk-pastry-creams',
    group: 'bakery',
    it: 'preparazione di creme e basi di pasticceria',
    en: 'making pastry creams and bases',
  },
  {
    code: 'sk-cake-decorating',
    group: 'bakery',
    it: 'decorazione di torte',
    en: 'decorating cakes',
    esco: 'http://data.europa.eu/esco/skill/2f1168be-b456-4d47-ba56-f122d0b79085',
  },
  {
    code: 'sk-chocolate-work',
    group: 'bakery',
    it: 'lavorazione del cioccolato',
    en: 'tempering and moulding chocolate',
  },
  { code: 'sk-fresh-pasta', group: 'bakery', it: 'produzione di pasta fresca', en: 'making fresh pasta' },
  { code: 'sk-gelato', group: 'bakery', it: 'produzione di gelato', en: 'making gelato' },

  {
    code: 'sk-food-line-work',
    group: 'food-processing',
    it: 'lavoro su linea alimentare',
    en: 'working on a food production line',
    esco: 'http://data.europa.eu/esco/skill/77d83989-fe69-4e2c-a04a-bf1207918ac3',
  },
  {
    code: 'sk-food-machine-setting',
    group: 'food-processing',
    it: 'conduzione di macchine alimentari',
    en: 'running food processing machines',
  },
  {
    code: 'sk-fruit-sorting',
    group: 'food-processing',
    it: 'cernita e calibratura della frutta',
    en: 'sorting and grading fruit',
  },
  {
    code: 'sk-meat-cutting',
    group: 'food-processing',
    it: 'disosso e taglio della carne',
    en: 'boning and cutting meat',
  },
  {
    code: 'sk-cured-meats',
    group: 'food-processing',
    it: 'preparazione di salumi',
    en: 'making cured meats',
  },
  { code: 'sk-cheese-making', group: 'food-processing', it: 'caseificazione', en: 'making cheese' },
  { code: 'sk-preserves', group: 'food-processing', it: 'produzione di conserve', en: 'making preserves' },
  {
    code: 'sk-cellar-work',
    group: 'food-processing',
    it: 'lavori di cantina e travasi',
    en: 'cellar work and racking wine',
  },
  {
    code: 'sk-bottling',
    group: 'food-processing',
    it: 'imbottigliamento ed etichettatura',
    en: 'bottling and labelling',
  },
  {
    code: 'sk-roasting',
    group: 'food-processing',
    it: 'tostatura di caffè e nocciole',
    en: 'roasting coffee and hazelnuts',
  },
  {
    code: 'sk-cold-rooms',
    group: 'food-processing',
    it: 'lavoro in celle frigorifere',
    en: 'working in cold rooms',
  },
]

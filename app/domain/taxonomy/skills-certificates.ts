import type { Skill } from './skill.ts'

/** The certificates that employers ask for by name. */
export const certificateSkills: readonly Skill[] = [
  {
    code: 'sk-cert-haccp',
    group: 'certificates',
    it: 'attestato HACCP (igiene alimentare)',
    en: 'HACCP food hygiene certificate',
  },
  {
    code: 'sk-cert-worker-safety',
    group: 'certificates',
    it: 'formazione sulla sicurezza dei lavoratori',
    en: 'workers’ safety training',
  },
  {
    code: 'sk-cert-forklift',
    group: 'certificates',
    it: 'abilitazione al carrello elevatore',
    en: 'forklift operator certificate',
  },
  {
    code: 'sk-cert-aerial-platform',
    group: 'certificates',
    it: 'abilitazione alla piattaforma elevabile (PLE)',
    en: 'aerial platform certificate',
  },
  {
    code: 'sk-cert-earth-moving',
    group: 'certificates',
    it: 'abilitazione alle macchine movimento terra',
    en: 'earth-moving machinery certificate',
  },
  {
    code: 'sk-cert-tractor',
    group: 'certificates',
    it: 'abilitazione al trattore',
    en: 'tractor operator certificate',
  },
  {
    code: 'sk-cert-scaffolding',
    group: 'certificates',
    it: 'attestato per il montaggio di ponteggi',
    en: 'scaffold erector certificate',
  },
  {
    code: 'sk-cert-heights',
    group: 'certificates',
    it: 'attestato per lavori in quota e DPI di terza categoria',
    en: 'work at height and category III PPE certificate',
  },
  {
    code: 'sk-cert-electrical',
    group: 'certificates',
    it: 'qualifica per lavori elettrici (PES/PAV)',
    en: 'electrical work qualification (PES/PAV)',
  },
  {
    code: 'sk-cert-plant-protection',
    group: 'certificates',
    it: 'abilitazione all’uso di prodotti fitosanitari',
    en: 'plant protection products licence',
  },
  {
    code: 'sk-cert-first-aid',
    group: 'certificates',
    it: 'attestato di primo soccorso aziendale',
    en: 'workplace first aid certificate',
  },
  {
    code: 'sk-cert-fire-safety',
    group: 'certificates',
    it: 'attestato antincendio',
    en: 'fire safety certificate',
  },
  {
    code: 'sk-cert-oss',
    group: 'certificates',
    it: 'qualifica di operatore socio-sanitario (OSS)',
    en: 'health and social care qualification (OSS)',
  },
  {
    code: 'sk-cert-mediator',
    group: 'certificates',
    it: 'qualifica di mediatore interculturale',
    en: 'intercultural mediator qualification',
  },
  {
    code: 'sk-cert-hairdresser',
    group: 'certificates',
    it: 'qualifica di acconciatore',
    en: 'hairdresser qualification',
  },
  {
    code: 'sk-cert-beautician',
    group: 'certificates',
    it: 'qualifica di estetista',
    en: 'beautician qualification',
  },
  {
    code: 'sk-cert-welding',
    group: 'certificates',
    it: 'patentino di saldatura (ISO 9606)',
    en: 'welder certificate (ISO 9606)',
  },
  { code: 'sk-cert-cqc-goods', group: 'certificates', it: 'CQC trasporto merci', en: 'driver CPC, goods' },
  {
    code: 'sk-cert-cqc-passengers',
    group: 'certificates',
    it: 'CQC trasporto persone',
    en: 'driver CPC, passengers',
  },
  {
    code: 'sk-cert-crane',
    group: 'certificates',
    it: 'abilitazione alla gru',
    en: 'crane operator certificate',
  },
  {
    code: 'sk-cert-chainsaw',
    group: 'certificates',
    it: 'attestato per l’uso della motosega',
    en: 'chainsaw operator certificate',
  },
  {
    code: 'sk-cert-fgas',
    group: 'certificates',
    it: 'patentino frigoristi (F-gas)',
    en: 'F-gas certificate',
  },
  {
    code: 'sk-cert-dental-assistant',
    group: 'certificates',
    it: 'qualifica di assistente di studio odontoiatrico (ASO)',
    en: 'dental assistant qualification (ASO)',
  },
]

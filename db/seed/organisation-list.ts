import type { Area } from '#app/domain/places/areas.ts'

/** An organisation of the demo network. Names are invented; none is that of a real body. */
export type OrganisationEntry = {
  name: string
  place: string
  area: Area
  caseManagers: readonly string[]
  /** Comuni where its people live. */
  towns: readonly string[]
}

export const organisationList: readonly OrganisationEntry[] = [
  {
    name: 'Cooperativa Il Passo Lungo',
    place: 'Torino',
    area: 'torino',
    caseManagers: ['Chiara Bertolone', 'Davide Pennacini', 'Nadia Essafi'],
    towns: ['Torino', 'Torino', 'Torino', 'Collegno', 'Grugliasco', 'Settimo Torinese'],
  },
  {
    name: 'Associazione Tre Finestre',
    place: 'Torino',
    area: 'torino',
    caseManagers: ['Luca Fenoglini', 'Beatrice Osellani'],
    towns: ['Torino', 'Torino', 'Moncalieri', 'Nichelino'],
  },
  {
    name: 'Fondazione Casa del Noce',
    place: 'Torino',
    area: 'torino',
    caseManagers: ['Giorgia Tavella', 'Michele Arduinetti'],
    towns: ['Torino', 'Torino', 'Rivoli', 'Collegno', 'Orbassano'],
  },
  {
    name: 'Consorzio Le Due Rive',
    place: 'Ivrea',
    area: 'torino',
    caseManagers: ['Sara Vallomy'],
    towns: ['Ivrea', 'Chivasso', 'Settimo Torinese'],
  },
  {
    name: 'Associazione Ponte di Vetro',
    place: 'Asti',
    area: 'south',
    caseManagers: ['Marco Rabellino', 'Ilaria Scagnetti'],
    towns: ['Asti', 'Asti', 'Asti', "Villanova d'Asti", 'Canelli'],
  },
  {
    name: 'Cooperativa Terra Mossa',
    place: 'Cuneo',
    area: 'south',
    caseManagers: ['Elisa Marrocco', 'Tommaso Dalmazzi'],
    towns: ['Cuneo', 'Cuneo', 'Cuneo', 'Borgo San Dalmazzo', 'Fossano'],
  },
  {
    name: 'Cooperativa Sentiero Basso',
    place: 'Saluzzo',
    area: 'south',
    caseManagers: ['Anna Perottino'],
    towns: ['Saluzzo', 'Saluzzo', 'Savigliano', 'Verzuolo'],
  },
  {
    name: 'Associazione Lume di Scala',
    place: 'Alessandria',
    area: 'south',
    caseManagers: ['Valentina Moccagni', 'Hamid Berrada'],
    towns: ['Alessandria', 'Alessandria', 'Alessandria', 'Tortona', 'Novi Ligure'],
  },
  {
    name: 'Servizio Intercomunale Sette Soglie',
    place: 'Novara',
    area: 'north_east',
    caseManagers: ['Paola Zaninetto', 'Andrea Colomberi'],
    towns: ['Novara', 'Novara', 'Novara', 'Trecate', 'Borgomanero'],
  },
  {
    name: 'Cooperativa Campo Allagato',
    place: 'Vercelli',
    area: 'north_east',
    caseManagers: ['Silvia Gallarini'],
    towns: ['Vercelli', 'Vercelli', 'Santhià', 'Novara'],
  },
  {
    name: 'Associazione Trama Doppia',
    place: 'Biella',
    area: 'north_east',
    caseManagers: ['Monica Ramellini'],
    towns: ['Biella', 'Biella', 'Cossato', 'Santhià'],
  },
  {
    name: 'Cooperativa Sponda Nuova',
    place: 'Verbania',
    area: 'north_east',
    caseManagers: ['Federico Minolati'],
    towns: ['Verbania', 'Verbania', 'Arona', 'Omegna'],
  },
]

/** Coordinators and administrators, each with the organisation that employs her. */
export const networkStaff = [
  { role: 'coordinator', name: 'Francesca Albarello', employer: 'Cooperativa Il Passo Lungo' },
  { role: 'coordinator', name: 'Roberto Gentaro', employer: 'Cooperativa Terra Mossa' },
  { role: 'coordinator', name: 'Laura Piovanello', employer: 'Servizio Intercomunale Sette Soglie' },
  { role: 'admin', name: 'Irene Castagneto', employer: 'Cooperativa Il Passo Lungo' },
  { role: 'admin', name: 'Pietro Sandrigo', employer: 'Associazione Tre Finestre' },
] as const

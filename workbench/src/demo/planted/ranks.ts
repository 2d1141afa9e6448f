import { NANSHA, NINGBO, type PlantedCustomer, type PlantedLine, pastOrder, SHANGHAI } from './definition.ts'

/** The same order again and again. */
const every = (days: readonly number[], transit: number, lines: readonly PlantedLine[]) =>
  days.map((ago) => ({ name: `d${ago}`, days: pastOrder(ago, transit), lines }))

/** Good customers whose rank or rhythm says something: one kept from falling, two at risk, one lost. */
export const RANKS: readonly PlantedCustomer[] = [
  {
    key: 'granite-fork',
    name: 'Granite Fork Outfitters LLC',
    shortName: 'Granite Fork',
    country: 'US',
    city: 'Denver',
    timezone: 'America/Denver',
    language: 'en',
    domain: 'graniteforkoutfitters.example',
    type: 'retailer',
    industry: 'Sporting goods',
    potential: 'high',
    owner: 'wendy.li',
    usual: { term: 'open_account', currency: 'USD', incoterm: 'FOB', place: NINGBO },
    knownFor: 800,
    contacts: [
      {
        name: 'Dana Whitcomb',
        address: 'dana.whitcomb@graniteforkoutfitters.example',
        role: 'decision_maker',
        title: 'VP Merchandising',
        phone: '+1 303 555 0142',
      },
      {
        name: 'Joel Pruitt',
        address: 'joel.pruitt@graniteforkoutfitters.example',
        role: 'logistics',
        title: 'Import Coordinator',
        phone: '+1 303 555 0143',
      },
    ],
    // 73.3 points: below the 75 of an A, above the 72 at which an A is lost.
    previous: 'A',
    orders: every([760, 330, 260, 190, 120], 22, [
      ['BW-C620', 1600, { margin: 0.2 }],
      ['BW-T120', 800, { margin: 0.2 }],
    ]),
  },
  {
    key: 'rio-norte',
    name: 'Rio Norte Importação e Exportação S.A.',
    shortName: 'Rio Norte',
    country: 'BR',
    city: 'Recife',
    timezone: 'America/Recife',
    language: 'pt-BR',
    domain: 'rionorte.example',
    type: 'distributor',
    industry: 'Camping & outdoor',
    potential: 'high',
    owner: 'wendy.li',
    usual: { term: 'copy_bl', currency: 'USD', incoterm: 'CIF', place: { name: 'Suape', locode: 'BRSUA' } },
    knownFor: 960,
    contacts: [
      {
        name: 'Luciana Farias',
        address: 'luciana.farias@rionorte.example',
        role: 'decision_maker',
        title: 'Gerente de Importação',
        salutation: 'Sra.',
      },
      {
        name: 'Otávio Brito',
        address: 'otavio.brito@rionorte.example',
        role: 'influencer',
        title: 'Gerente de Produto',
      },
    ],
    orders: every([900, 446, 386, 326, 266, 206, 146, 86], 38, [
      ['BW-L1K2', 2400],
      ['BW-C700', 1600],
      ['BW-K401', 600],
    ]),
  },
  {
    key: 'bivouac-lumiere',
    name: 'Bivouac Lumière SAS',
    shortName: 'Bivouac Lumière',
    country: 'FR',
    city: 'Annecy',
    timezone: 'Europe/Paris',
    language: 'fr',
    domain: 'bivouac-lumiere.example',
    type: 'brand',
    industry: 'Camping & outdoor',
    potential: 'high',
    owner: 'david.chen',
    usual: { term: 'open_account', currency: 'EUR', incoterm: 'FOB', place: SHANGHAI },
    knownFor: 860,
    contacts: [
      {
        name: 'Solène Carpentier',
        address: 'solene@bivouac-lumiere.example',
        role: 'decision_maker',
        title: 'Directrice des achats',
        salutation: 'Mme',
      },
      {
        name: 'Maxime Roy',
        address: 'compta@bivouac-lumiere.example',
        role: 'finance',
        title: 'Comptabilité fournisseurs',
      },
    ],
    orders: every([800, 390, 345, 300, 255, 210, 165, 120, 75], 33, [
      ['BW-L900', 2000],
      ['BW-L350', 1800],
    ]),
  },
  {
    key: 'oboz-polnoc',
    name: 'Obóz Północ Sp. z o.o.',
    shortName: 'Obóz Północ',
    country: 'PL',
    city: 'Gdynia',
    timezone: 'Europe/Warsaw',
    language: 'pl',
    domain: 'oboz-polnoc.example',
    type: 'wholesaler',
    industry: 'Camping & outdoor',
    potential: 'medium',
    owner: 'leo.sun',
    usual: { term: 'copy_bl', currency: 'USD', incoterm: 'FOB', place: NANSHA },
    knownFor: 900,
    contacts: [
      {
        name: 'Wojciech Sobczak',
        address: 'wojciech.sobczak@oboz-polnoc.example',
        role: 'decision_maker',
        title: 'Kierownik działu zakupów',
      },
    ],
    orders: every([790, 725, 660, 590, 530], 38, [
      ['BW-C750', 600],
      ['BW-K201', 1200],
    ]),
  },
]

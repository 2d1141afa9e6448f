import { type PlantedCustomer, pastOrder, YANTIAN } from './definition.ts'

const DE = {
  country: 'DE',
  city: 'Bielefeld',
  timezone: 'Europe/Berlin',
  language: 'de',
  domain: 'zeltmeister-hoevel.example',
  type: 'retailer',
  industry: 'Camping & outdoor',
  potential: 'low',
  owner: 'leo.sun',
  usual: { term: 'before_shipment', currency: 'EUR', incoterm: 'FOB', place: YANTIAN },
} as const satisfies Partial<PlantedCustomer>

const BR = {
  country: 'BR',
  city: 'Curitiba',
  timezone: 'America/Sao_Paulo',
  language: 'pt-BR',
  type: 'importer',
  industry: 'Sporting goods',
  potential: 'medium',
  owner: 'wendy.li',
  usual: { term: 'copy_bl', currency: 'USD', incoterm: 'FOB', place: YANTIAN },
} as const satisfies Partial<PlantedCustomer>

/** The same firm twice: once by its domain, once by another spelling of its name. The agent is the third case. */
export const DUPLICATES: readonly PlantedCustomer[] = [
  {
    ...DE,
    key: 'zeltmeister',
    name: 'Zeltmeister Hövel GmbH',
    shortName: 'Zeltmeister Hövel',
    knownFor: 250,
    contacts: [
      {
        name: 'Ulrike Hövel',
        address: 'u.hoevel@zeltmeister-hoevel.example',
        role: 'decision_maker',
        title: 'Inhaberin',
        salutation: 'Frau',
      },
    ],
    orders: [
      {
        name: 'first',
        days: pastOrder(190, 34),
        lines: [
          ['BW-C220', 960],
          ['BW-L150', 800],
        ],
      },
    ],
  },
  {
    ...DE,
    key: 'zeltmeister-handel',
    name: 'Zeltmeister Handels KG',
    shortName: 'Zeltmeister Handel',
    knownFor: 60,
    contacts: [
      {
        name: 'Lennart Hövel',
        address: 'einkauf@zeltmeister-hoevel.example',
        role: 'user',
        title: 'Einkauf',
        salutation: 'Herr',
      },
    ],
    orders: [],
  },
  {
    ...BR,
    key: 'serra-azul',
    name: 'Serra Azul Importação Ltda.',
    shortName: 'Serra Azul',
    domain: 'serraazul.example',
    knownFor: 310,
    contacts: [
      {
        name: 'Marcelo Tavares',
        address: 'marcelo@serraazul.example',
        role: 'decision_maker',
        title: 'Diretor Comercial',
      },
    ],
    orders: [
      {
        name: 'first',
        days: pastOrder(230, 38),
        lines: [
          ['BW-V500', 1200],
          ['BW-V750', 600],
        ],
      },
    ],
  },
  {
    ...BR,
    key: 'serra-azul-again',
    name: 'SERRA AZUL IMPORTAÇÃO LTDA',
    shortName: 'SERRA AZUL',
    domain: 'serra-azul-importacao.example',
    knownFor: 75,
    contacts: [
      { name: 'Marcelo Tavares', address: 'compras@serra-azul-importacao.example', role: 'unknown', title: 'Compras' },
    ],
    orders: [],
  },
]

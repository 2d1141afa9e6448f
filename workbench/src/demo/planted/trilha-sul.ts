import { type PlantedCustomer, pastOrder, YANTIAN } from './definition.ts'
import { TRILHA_TIMELINE } from './trilha-timeline.ts'

const SANTOS = { name: 'Santos', locode: 'BRSSZ' }
const THIAGO = 'thiago.nunes@trilhasul.example'
const FINANCEIRO = 'financeiro@trilhasul.example'

/** The customer behind the Brazilian sample mail: four open orders in four stages, one of them owing money. */
export const TRILHA_SUL: PlantedCustomer = {
  key: 'trilha-sul',
  name: 'Trilha Sul Comércio Ltda.',
  shortName: 'Trilha Sul',
  country: 'BR',
  city: 'São Paulo',
  timezone: 'America/Sao_Paulo',
  language: 'pt-BR',
  domain: 'trilhasul.example',
  type: 'importer',
  industry: 'Camping & outdoor',
  potential: 'high',
  owner: 'mia.zhao',
  remark:
    'Descrição da invoice exatamente como no contrato; frete e seguro separados (DUIMP). NCM 8513.10.10 / 9401.79.00.',
  usual: { term: 'copy_bl', currency: 'USD', incoterm: 'FOB', place: YANTIAN },
  knownFor: 455,
  contacts: [
    {
      name: 'Thiago Albuquerque Nunes',
      address: THIAGO,
      role: 'decision_maker',
      title: 'Gerente de Importação',
      salutation: 'Sr.',
      phone: '+55 11 95555 0173',
    },
    { name: 'Renata Prado Lopes', address: FINANCEIRO, role: 'finance', title: 'Financeiro', salutation: 'Sra.' },
  ],
  orders: [
    {
      name: 'first',
      days: pastOrder(420, 38),
      lines: [
        ['BW-L800', 1200, 5.9],
        ['BW-C600', 600, 8.8],
      ],
      po: 'TS-118/25',
    },
    {
      name: 'second',
      days: pastOrder(264, 38),
      lines: [
        ['BW-L800', 1800, 5.85],
        ['BW-K110', 480, 4.95],
      ],
      po: 'TS-007/26',
    },
    {
      name: 'overdue',
      // 26,285.72 in all; the balance of 18,400.00 was due a week after loading, 22 days ago.
      days: {
        ordered: -99,
        released: -92,
        material: -76,
        finished: -40,
        ready: -35,
        shipped: -29,
        arrived: 9,
        delivered: 15,
      },
      lines: [
        ['BW-L800', 1356, 5.8],
        ['BW-C600', 716, 8.65],
        ['BW-V750', 2256, 5.42],
      ],
      owes: [2],
      po: 'TS-064/26',
    },
    {
      name: 'ready',
      days: {
        ordered: -68,
        released: -61,
        material: -46,
        finished: -9,
        ready: -5,
        shipped: 3,
        arrived: 41,
        delivered: 47,
      },
      lines: [
        ['BW-T090', 720, 13.2],
        ['BW-C220', 960, 2.65],
      ],
      po: 'TS-071/26',
    },
    {
      name: 'production',
      days: {
        ordered: -40,
        released: -34,
        material: -15,
        finished: 5,
        ready: 8,
        shipped: 12,
        arrived: 50,
        delivered: 56,
      },
      term: 'small_deposit',
      incoterm: 'CIF',
      place: SANTOS,
      lines: [
        ['BW-L800', 3504, 5.62],
        ['BW-C600', 1500, 8.95],
      ],
      po: 'TS-083/26',
      remark: 'De QT-2026-0412 v2. Chegada em Santos antes de 10/12.',
    },
    {
      name: 'deposit',
      days: {
        ordered: -5,
        released: 2,
        material: 16,
        finished: 36,
        ready: 38,
        shipped: 44,
        arrived: 82,
        delivered: 88,
      },
      lines: [
        ['BW-V500', 1200, 4.4],
        ['BW-V300', 960, 2.6],
      ],
      po: 'TS-090/26',
    },
  ],
  timeline: TRILHA_TIMELINE,
}

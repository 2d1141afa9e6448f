import { type PlantedContact, type PlantedCustomer, pastOrder, shippedOrder, YANTIAN } from './definition.ts'

/** A buying agent in Hong Kong who writes for two firms: her address alone does not tell which one is meant. */
export const AGENT: PlantedContact = {
  name: 'Nora Lam',
  address: 'nora.lam@harbourlane-sourcing.example',
  role: 'influencer',
  title: 'Buying agent, Harbour Lane Sourcing',
  phone: '+852 0000 0021',
}

export const THORNFIELD: PlantedCustomer = {
  key: 'thornfield',
  name: 'Thornfield Leisure Ltd',
  shortName: 'Thornfield',
  country: 'GB',
  city: 'Leeds',
  timezone: 'Europe/London',
  language: 'en-GB',
  domain: 'thornfield-leisure.example',
  type: 'retailer',
  industry: 'Camping & outdoor',
  potential: 'medium',
  owner: 'leo.sun',
  usual: { term: 'copy_bl', currency: 'GBP', incoterm: 'FOB', place: YANTIAN },
  knownFor: 420,
  contacts: [
    {
      name: 'Philippa Garside',
      address: 'philippa.garside@thornfield-leisure.example',
      role: 'decision_maker',
      title: 'Head of Buying',
      phone: '+44 20 7946 0318',
    },
    AGENT,
  ],
  orders: [
    {
      name: 'older',
      days: pastOrder(290, 35),
      lines: [
        ['BW-C450', 600],
        ['BW-K201', 480],
      ],
      po: 'TL 4471',
    },
    {
      name: 'overdue',
      days: shippedOrder(22, 35),
      lines: [
        ['BW-C800', 160],
        ['BW-C220', 720],
      ],
      owes: [2],
      po: 'TL 4630',
    },
    {
      name: 'due',
      days: shippedOrder(4, 35),
      lines: [
        ['BW-L400', 960],
        ['BW-L200', 1200],
      ],
      po: 'TL 4655',
    },
  ],
}

export const VELDKAMP: PlantedCustomer = {
  key: 'veldkamp',
  name: 'Veldkamp Buitenleven B.V.',
  shortName: 'Veldkamp',
  country: 'NL',
  city: 'Zwolle',
  timezone: 'Europe/Amsterdam',
  language: 'nl',
  domain: 'veldkamp-buitenleven.example',
  type: 'wholesaler',
  industry: 'Garden & patio',
  potential: 'high',
  owner: 'kevin.wang',
  usual: { term: 'copy_bl', currency: 'EUR', incoterm: 'FOB', place: YANTIAN },
  knownFor: 330,
  contacts: [
    {
      name: 'Sander Veldkamp',
      address: 'sander@veldkamp-buitenleven.example',
      role: 'decision_maker',
      title: 'Directeur',
      phone: '+31 20 000 0044',
    },
    AGENT,
  ],
  orders: [
    {
      name: 'overdue',
      days: shippedOrder(37, 33),
      lines: [
        ['BW-K520', 400],
        ['BW-K530', 120],
      ],
      owes: [2],
      po: '2026-118',
    },
    {
      name: 'material',
      days: {
        ordered: -19,
        released: -13,
        material: 2,
        finished: 22,
        ready: 25,
        shipped: 30,
        arrived: 63,
        delivered: 68,
      },
      lines: [
        ['BW-T060', 900],
        ['BW-C700', 800],
      ],
      po: '2026-131',
    },
  ],
}

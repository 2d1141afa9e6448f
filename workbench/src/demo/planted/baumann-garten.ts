import { type PlantedCustomer, pastOrder, YANTIAN } from './definition.ts'

/** Known by its domain to the German sample mail, whose writer is not among its contacts. */
export const BAUMANN_GARTEN: PlantedCustomer = {
  key: 'baumann-garten',
  name: 'Baumann Garten GmbH',
  shortName: 'Baumann Garten',
  country: 'DE',
  city: 'Paderborn',
  timezone: 'Europe/Berlin',
  language: 'de',
  domain: 'gartenwelt-baumann.example',
  type: 'wholesaler',
  industry: 'Garden & patio',
  potential: 'medium',
  owner: 'mia.zhao',
  remark: 'Verpackung nach LUCID/VerpackG. Anlieferung werktags 7–14 Uhr.',
  usual: { term: 'copy_bl', currency: 'EUR', incoterm: 'FOB', place: YANTIAN },
  knownFor: 470,
  contacts: [
    {
      name: 'Katrin Baumann',
      address: 'k.baumann@gartenwelt-baumann.example',
      role: 'decision_maker',
      title: 'Geschäftsführerin',
      salutation: 'Frau',
      phone: '+49 30 23125 410',
    },
    {
      name: 'Holger Stein',
      address: 'buchhaltung@gartenwelt-baumann.example',
      role: 'finance',
      title: 'Buchhaltung',
      salutation: 'Herr',
      phone: '+49 30 23125 412',
    },
  ],
  orders: [
    {
      name: 'first',
      days: pastOrder(398, 34),
      lines: [
        ['BW-C450', 900],
        ['BW-T120', 300],
      ],
      po: 'B-25-0311',
    },
    {
      name: 'second',
      days: pastOrder(208, 34),
      lines: [
        ['BW-C600', 1200],
        ['BW-T090', 600],
      ],
      po: 'B-26-0097',
    },
    {
      name: 'production',
      days: {
        ordered: -33,
        released: -27,
        material: -12,
        finished: 9,
        ready: 12,
        shipped: 18,
        arrived: 52,
        delivered: 57,
      },
      lines: [
        ['BW-C600-GRY', 1200],
        ['BW-V750', 1440],
      ],
      po: 'B-26-0188',
    },
  ],
}

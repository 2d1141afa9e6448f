import { NINGBO, type PlantedCustomer, pastOrder, SHANGHAI, shippedOrder } from './definition.ts'

/** Money that is due in exactly three days (with that of the agent's, the marked-up and the turned name). */
export const DUE_SOON: readonly PlantedCustomer[] = [
  {
    key: 'tenda-lago',
    name: 'Tenda & Lago S.r.l.',
    shortName: 'Tenda & Lago',
    country: 'IT',
    city: 'Verona',
    timezone: 'Europe/Rome',
    language: 'it',
    domain: 'tenda-lago.example',
    type: 'wholesaler',
    industry: 'Camping & outdoor',
    potential: 'medium',
    owner: 'kevin.wang',
    usual: { term: 'copy_bl', currency: 'EUR', incoterm: 'FOB', place: SHANGHAI },
    knownFor: 300,
    contacts: [
      {
        name: 'Federica Bonetti',
        address: 'federica.bonetti@tenda-lago.example',
        role: 'decision_maker',
        title: 'Responsabile acquisti',
      },
    ],
    orders: [
      { name: 'older', days: pastOrder(220, 30), lines: [['BW-C900', 240]] },
      // Due in three days, but the buyer disputes it: no reminder may go out.
      {
        name: 'disputed',
        days: shippedOrder(4, 30),
        lines: [
          ['BW-C900', 300],
          ['BW-L050', 400],
        ],
        disputed: 2,
        remark: 'Reclamo: 14 brandine con telaio piegato; saldo sospeso fino alla nota di credito.',
      },
    ],
  },
  {
    key: 'coolabah',
    name: 'Coolabah Camping Pty Ltd',
    shortName: 'Coolabah',
    country: 'AU',
    city: 'Brisbane',
    timezone: 'Australia/Brisbane',
    language: 'en-AU',
    domain: 'coolabah-camping.example',
    type: 'retailer',
    industry: 'Camping & outdoor',
    potential: 'medium',
    owner: 'ryan.huang',
    usual: { term: 'copy_bl', currency: 'USD', incoterm: 'FOB', place: NINGBO },
    knownFor: 200,
    contacts: [
      {
        name: 'Bronwyn Tully',
        address: 'bronwyn@coolabah-camping.example',
        role: 'decision_maker',
        title: 'Owner',
        phone: '+61 3 5550 0028',
      },
      {
        name: 'Cameron Reid',
        address: 'accounts@coolabah-camping.example',
        role: 'finance',
        title: 'Accounts Payable',
      },
    ],
    orders: [
      {
        name: 'due',
        days: shippedOrder(4, 16),
        lines: [
          ['BW-C900', 400],
          ['BW-K700', 600],
        ],
        po: '10442',
      },
      {
        name: 'new',
        days: {
          ordered: -1,
          released: 6,
          material: 20,
          finished: 40,
          ready: 43,
          shipped: 49,
          arrived: 65,
          delivered: 70,
        },
        lines: [['BW-K520', 320]],
        po: '10467',
      },
    ],
  },
]

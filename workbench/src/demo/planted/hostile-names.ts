import { type PlantedCustomer, shippedOrder, YANTIAN } from './definition.ts'

/** Names that must come out as they are on every surface: markup, another script, marks that turn the direction. */
export const MARKUP_NAME: PlantedCustomer = {
  key: 'markup-name',
  name: '<b>x</b> &amp; "y"',
  shortName: '<b>x</b>',
  country: 'US',
  city: 'Portland',
  timezone: 'America/Los_Angeles',
  language: 'en',
  domain: 'x-and-y.example',
  type: 'ecommerce',
  industry: 'Camping & outdoor',
  potential: 'medium',
  owner: 'wendy.li',
  remark: '{{name}} %s {0} <script>alert(1)</script>',
  usual: { term: 'copy_bl', currency: 'USD', incoterm: 'FOB', place: YANTIAN },
  knownFor: 120,
  contacts: [
    {
      name: '"Pat" O\'Neil <pat>',
      address: 'pat.oneil@x-and-y.example',
      role: 'decision_maker',
      title: '<i>Buyer</i> & owner',
      phone: '+1 503 555 0117',
    },
  ],
  orders: [
    {
      name: 'due',
      days: shippedOrder(4, 22),
      lines: [
        ['BW-V600', 1000],
        ['BW-V350', 720],
      ],
      po: 'PO <1> & "2"',
    },
    {
      name: 'inspection',
      days: {
        ordered: -46,
        released: -40,
        material: -24,
        finished: -1,
        ready: 2,
        shipped: 8,
        arrived: 30,
        delivered: 35,
      },
      lines: [['BW-V1K9', 240]],
      po: '=1+1',
      remark: 'Line one\nLine two: </section><b>',
    },
  ],
}

export const ARABIC_NAME: PlantedCustomer = {
  key: 'arabic-name',
  name: 'شركة واحة الرمال للتجارة المحدودة',
  shortName: 'واحة الرمال',
  country: 'SA',
  city: 'الرياض',
  timezone: 'Asia/Riyadh',
  language: 'ar',
  domain: 'wahat-alrimal.example',
  type: 'distributor',
  industry: 'Camping & outdoor',
  potential: 'high',
  owner: 'helen.he',
  usual: { term: 'open_account', currency: 'USD', incoterm: 'CIF', place: { name: 'Jeddah', locode: 'SAJED' } },
  knownFor: 260,
  contacts: [
    {
      name: 'عبد الله الحربي',
      address: 'abdullah@wahat-alrimal.example',
      role: 'decision_maker',
      title: 'مدير المشتريات',
      salutation: 'الأستاذ',
      phone: '+966 11 000 0031',
    },
    { name: 'سارة القحطاني', address: 'accounts@wahat-alrimal.example', role: 'finance', title: 'المحاسبة' },
  ],
  orders: [
    // Half after 30 days came in, half after 60 did not: due 45 days ago.
    {
      name: 'overdue',
      days: {
        ordered: -160,
        released: -157,
        material: -145,
        finished: -115,
        ready: -110,
        shipped: -105,
        arrived: -84,
        delivered: -79,
      },
      lines: [
        ['BW-T180', 220],
        ['BW-K401', 480],
      ],
      owes: [2],
    },
    {
      name: 'material',
      days: {
        ordered: -20,
        released: -17,
        material: 3,
        finished: 24,
        ready: 27,
        shipped: 33,
        arrived: 54,
        delivered: 60,
      },
      lines: [
        ['BW-K300', 900],
        ['BW-K320', 600],
      ],
    },
  ],
}

export const TURNED_NAME: PlantedCustomer = {
  key: 'turned-name',
  // Right-to-left mark, override, pop, left-to-right mark.
  name: '\u200FNile Camp\u200E \u202Edetimil\u202C S.A.E.',
  shortName: '\u200FNile Camp\u200E',
  country: 'EG',
  city: 'Alexandria',
  timezone: 'Africa/Cairo',
  language: 'ar',
  domain: 'nile-camp.example',
  type: 'importer',
  industry: 'Household goods',
  potential: 'medium',
  owner: 'helen.he',
  usual: { term: 'lc', currency: 'USD', incoterm: 'CFR', place: { name: 'Alexandria', locode: 'EGALY' } },
  knownFor: 150,
  contacts: [
    {
      name: 'Mona \u202EySdrA\u202C El Ardy',
      address: 'mona@nile-camp.example',
      role: 'decision_maker',
      title: 'Import manager',
      phone: '+20 2 0000 0016',
    },
  ],
  // The documents were presented two days ago: the bank pays in three.
  orders: [
    {
      name: 'due',
      days: shippedOrder(9, 24),
      lines: [
        ['BW-C450', 1500],
        ['BW-V1K0', 960],
      ],
    },
  ],
}

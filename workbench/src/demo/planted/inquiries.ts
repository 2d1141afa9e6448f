import { dateOfDay } from '#shared/time/civil-date.ts'
import type { Inquiry } from '#shared/trade/index.ts'
import type { Firm } from '../firm.ts'
import { record } from '../record.ts'
import type { House, StaffKey, TeamKey } from '../staff.ts'

/** An inquiry that is still open. Days ago and minutes of the day are on the firm's clock. */
interface PlantedInquiry {
  readonly ago: number
  readonly minute: number
  readonly channel: Inquiry['channel']
  readonly status: Inquiry['status']
  readonly owner?: StaffKey
  /** In charge of the region; nobody's where the country is not known. */
  readonly team?: TeamKey
  readonly company?: string
  readonly contact: string
  readonly email: string
  readonly country?: string
  readonly subject: string
  readonly message: string
}

const INQUIRIES: readonly PlantedInquiry[] = [
  // Unclaimed for more than 24 hours: in the National Day holiday, in the pool, with somebody.
  {
    ago: 16,
    minute: 1330,
    channel: 'website',
    status: 'received',
    company: 'Puerto Pino Camping SpA',
    contact: 'Ignacio Reyes',
    email: 'ignacio@puertopino.example',
    country: 'CL',
    team: 'americas',
    subject: 'Mesas y sillas para camping',
    message:
      'Buscamos 400 mesas enrollables y 1.200 sillas para dos campings, entrega en San Antonio antes de diciembre.',
  },
  {
    ago: 3,
    minute: 905,
    channel: 'b2b_platform',
    status: 'pooled',
    company: 'Zanzi Beach Supplies',
    contact: 'Joseph M.',
    email: 'zanzibeach@freemail.example',
    country: 'ZA',
    team: 'mea',
    subject: 'Beach chairs 600 pcs',
    message: 'Need price for 600 low beach chairs, CIF Durban. Logo printing possible?',
  },
  {
    ago: 2,
    minute: 640,
    channel: 'email',
    status: 'assigned',
    owner: 'leo.sun',
    company: 'Møllebakken Fritid ApS',
    contact: 'Kirsten Dahl',
    email: 'kd@mollebakken-fritid.example',
    country: 'DK',
    team: 'europe',
    subject: 'Vacuum flasks with our logo',
    message: 'We look for 3 000 vacuum flasks 750 ml, laser logo, delivery in March. FCA Shenzhen or DAP Odense.',
  },
  // Fresh.
  {
    ago: 1,
    minute: 580,
    channel: 'website',
    status: 'received',
    company: 'Trail & Timber Co.',
    contact: 'Gwen Abbott',
    email: 'gwen@trailandtimber.example',
    country: 'US',
    team: 'americas',
    subject: 'Fire bowls and grills for spring',
    message: 'Please quote 300 fire bowls and 500 folding grills, FOB Yantian, with pallet data.',
  },
  {
    ago: 1,
    minute: 1385,
    channel: 'email',
    status: 'assigned',
    owner: 'helen.he',
    company: 'Al Misbah Trading Est.',
    contact: 'Faris Al Otaibi',
    email: 'faris@almisbah-trading.example',
    country: 'SA',
    team: 'mea',
    subject: 'عرض سعر فوانيس تخييم',
    message: 'نطلب عرض سعر لعدد 2000 فانوس تخييم 800 لومن، التسليم في ميناء الدمام.',
  },
  {
    ago: 0,
    minute: 145,
    channel: 'b2b_platform',
    status: 'pooled',
    contact: 'Hank',
    email: 'hank.buyer@freemail.example',
    country: 'CA',
    team: 'americas',
    subject: 'Camp cook set, 200 sets',
    message: 'Price to Vancouver for 200 cook sets, 4 persons?',
  },
  {
    ago: 0,
    minute: 480,
    channel: 'fair',
    status: 'received',
    company: 'Namib Outfitting CC',
    contact: 'Elsabe Vorster',
    email: 'elsabe@namib-outfitting.example',
    country: 'ZA',
    team: 'mea',
    subject: 'Canton Fair: camp beds and tables',
    message: 'Visited the stand yesterday. 250 camp beds, 150 picnic tables, please send the offer shown.',
  },
  {
    ago: 1,
    minute: 775,
    channel: 'website',
    status: 'received',
    company: 'Bergkant Trekking OÜ',
    contact: 'Liis Tamm',
    email: 'liis@bergkant.example',
    country: 'EE',
    team: 'europe',
    subject: 'Camping lanterns, private label',
    message: '600 lanterns 800 lm with our logo and Estonian packaging. Price DDP Tallinn, samples first.',
  },
  // Nobody knows from where: in no team's pool, so everybody sees it.
  {
    ago: 1,
    minute: 1120,
    channel: 'b2b_platform',
    status: 'received',
    contact: 'S. Okafor-Lindqvist',
    email: 'so.lindqvist@freemail.example',
    subject: 'Folding chairs, 2 x 40HQ',
    message: 'Please offer your best price for folding chairs, two containers, delivery before Christmas.',
  },
  {
    ago: 0,
    minute: 505,
    channel: 'chat',
    status: 'received',
    contact: 'Noor',
    email: 'noor.buying@freemail.example',
    subject: 'Vacuum flask 500 ml, MOQ?',
    message: 'Hi, what is the MOQ for the 500 ml flask with a print on one side?',
  },
  // Under way.
  {
    ago: 4,
    minute: 700,
    channel: 'fair',
    status: 'claimed',
    owner: 'kevin.wang',
    company: 'Kempele Retkeily Oy',
    contact: 'Timo Saarela',
    email: 'timo.saarela@kempele-retkeily.example',
    country: 'FI',
    team: 'europe',
    subject: 'Canton Fair: lantern range',
    message: 'Interested in the whole lantern range for 22 shops. Needs a Finnish manual.',
  },
  {
    ago: 5,
    minute: 610,
    channel: 'referral',
    status: 'claimed',
    owner: 'ryan.huang',
    company: 'Hamagawa Shokai',
    contact: '浜川 透',
    email: 'hamagawa@hamagawa-shokai.example',
    country: 'JP',
    team: 'apac',
    subject: '焚火台の見積依頼',
    message: '山風アウトドア様のご紹介でご連絡いたします。焚火台45cm、200台の見積りをお願いします。',
  },
  {
    ago: 6,
    minute: 1210,
    channel: 'email',
    status: 'contacted',
    owner: 'wendy.li',
    company: 'Puma Rock Gear S.A.S.',
    contact: 'Andrés Lozano',
    email: 'andres@pumarockgear.example',
    country: 'CO',
    team: 'americas',
    subject: 'Linternas frontales recargables',
    message: '1.500 linternas frontales 350 lm. ¿Tienen certificado de batería y precio CIF Cartagena?',
  },
  {
    ago: 7,
    minute: 1010,
    channel: 'website',
    status: 'contacted',
    owner: 'leo.sun',
    company: 'Wilder Garten AG',
    contact: 'Reto Amstutz',
    email: 'r.amstutz@wilder-garten.example',
    country: 'CH',
    team: 'europe',
    subject: 'Picknicktische, Menge 180',
    message: '180 Picknicktische mit zwei Bänken, Lieferung DAP Winterthur bis Ende Februar.',
  },
  {
    ago: 9,
    minute: 845,
    channel: 'b2b_platform',
    status: 'contacted',
    owner: 'helen.he',
    company: 'Savannah Trek Ltd',
    contact: 'Grace Wanjiru',
    email: 'grace@savannahtrek.example',
    country: 'KE',
    team: 'mea',
    subject: 'Camp furniture for lodges',
    message: '120 recliners, 60 tables, 240 chairs for three lodges. CIF Mombasa.',
  },
  {
    ago: 12,
    minute: 760,
    channel: 'email',
    status: 'qualified',
    owner: 'mia.zhao',
    company: 'Pinhal Novo Desporto Lda',
    contact: 'Rui Carvalho',
    email: 'rui.carvalho@pinhalnovo-desporto.example',
    country: 'PT',
    team: 'europe',
    subject: 'Cadeiras e mesas 2027',
    message: '1.000 cadeiras BW-C600 em verde e 300 mesas 90 cm, FOB Yantian, pagamento 30/70.',
  },
  {
    ago: 13,
    minute: 930,
    channel: 'phone',
    status: 'qualified',
    owner: 'kevin.wang',
    company: 'Balatoni Kemping Kft.',
    contact: 'Réka Szabó',
    email: 'reka.szabo@balatoni-kemping.example',
    country: 'HU',
    team: 'europe',
    subject: 'Cool boxes no, kettles yes',
    message: 'Phoned: 800 kettles 1.1 l and 400 water canisters, sample of the kettle first.',
  },
]

/** Where the numbers of the year stand when the oldest of them came in. */
const FIRST_NUMBER = 1031

/** The inquiries that wait for somebody. Older ones have been answered and are not kept here. */
export function openInquiries(firm: Firm, house: House): Inquiry[] {
  const inTime = INQUIRIES.toSorted((a, b) => b.ago - a.ago || a.minute - b.minute)
  return inTime.map((planted, index) => {
    const at = firm.at(firm.day - planted.ago, planted.minute)
    const year = dateOfDay(firm.day - planted.ago).slice(0, 4)
    return record(
      'inquiry',
      { id: firm.id('inquiry', planted.email, at), at, by: house.personId('fang.yuan'), from: 'automation' },
      {
        doc_no: `INQ-${year}-${FIRST_NUMBER + index}`,
        channel: planted.channel,
        status: planted.status,
        received_at: at,
        owner_id: planted.owner && house.personId(planted.owner),
        team_id: planted.team && house.teamId(planted.team),
        company_name: planted.company,
        contact_name: planted.contact,
        email: planted.email,
        country: planted.country,
        subject: planted.subject,
        message: planted.message,
      },
    )
  })
}

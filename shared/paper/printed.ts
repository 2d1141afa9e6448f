import { say, type Text } from '#shared/i18n/language.ts'
import { formatMoney } from '#shared/money/amount.ts'
import type { Letterhead } from './letterhead.ts'
import type { Paper, PaperLine } from './paper.ts'
import { chargesOf, deliveryText, filling, totalInWords } from './placeholders.ts'
import { WORDS } from './words.ts'

/** Everything that is printed on a paper, in order, in words; where it stands on a page is the layout's business. */
export interface Printed {
  readonly title: string
  readonly seller: { readonly names: readonly string[]; readonly lines: readonly string[] }
  readonly parties: readonly Labelled[]
  readonly facts: readonly Labelled[]
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
  readonly totals: readonly Labelled[]
  readonly notes: readonly Labelled[]
  readonly signatures: readonly string[]
  readonly footer: readonly string[]
}

export interface Labelled {
  readonly label: string
  readonly text: string
}

export interface Column {
  readonly label: string
  /** How wide it is beside the others. */
  readonly share: number
  readonly isNumber: boolean
}

export function printed(paper: Paper, letterhead: Letterhead): Printed {
  const { language, seller } = paper
  const word = (text: Text, values?: Readonly<Record<string, string | number>>) => say(text, language, values)
  const value = (name: string) => filling(paper, name).shown
  const labelled = (label: Text, text: string): Labelled[] => (text ? [{ label: word(label), text }] : [])
  const columns = COLUMNS.filter(({ isShown }) => paper.lines.some(isShown))
  return {
    title: word(WORDS[paper.kind]),
    seller: {
      names: present(language === 'en' ? [seller.nameEn ?? seller.name] : [seller.name, seller.nameEn]),
      lines: present([seller.address, present([seller.phone, seller.email, seller.website]).join('  ·  ')]),
    },
    parties: [
      {
        label: word(WORDS.buyer),
        text: present([value('buyer.name'), value('buyer.address'), value('buyer.country')]).join('\n'),
      },
      ...labelled(
        WORDS.attention,
        present([value('contact.full_name'), value('contact.phone'), value('contact.email')]).join('\n'),
      ),
    ],
    facts: [
      ...labelled(WORDS.docNo, paper.docNo),
      ...labelled(WORDS.version, paper.versionNo > 1 ? String(paper.versionNo) : ''),
      ...labelled(WORDS.date, paper.date),
      ...labelled(WORDS.validUntil, value('quotation.valid_until')),
      ...labelled(WORDS.delivery, deliveryText(paper)),
      ...labelled(WORDS.portOfLoading, value('quotation.port_loading')),
      ...labelled(WORDS.portOfDischarge, value('quotation.port_discharge')),
      ...labelled(WORDS.paymentTerm, value('quotation.payment_term')),
      ...labelled(WORDS.leadTime, value('quotation.lead_time')),
      ...labelled(
        WORDS.tolerance,
        paper.tolerance ? word(WORDS.moreOrLess, { percent: value('quotation.tolerance') }) : '',
      ),
      ...labelled(WORDS.issuer, present([value('issuer.name'), value('issuer.email')]).join('\n')),
    ],
    columns: columns.map(({ label, share, isNumber }) => ({
      label: label === WORDS.unitPrice || label === WORDS.amount ? `${word(label)} ${paper.currency}` : word(label),
      share,
      isNumber,
    })),
    rows: paper.lines.map((_, row) =>
      columns.map(({ names }) => names.map((name) => filling(paper, name, row).shown).join(' ')),
    ),
    totals: [
      ...(chargesOf(paper).length > 0
        ? [{ label: word(WORDS.linesTotal), text: formatMoney(paper.linesTotal, paper.currency) }]
        : []),
      ...chargesOf(paper).map(({ label, amount }) => ({ label, text: formatMoney(amount, paper.currency) })),
      { label: word(WORDS.total), text: formatMoney(paper.total, paper.currency) },
    ],
    notes: [
      ...labelled(WORDS.inWords, totalInWords(paper)),
      ...seller.banks.map((bank) => ({
        label: word(WORDS.bank),
        text: [
          ...labelled(WORDS.beneficiary, bank.beneficiary),
          ...labelled(WORDS.bankName, bank.bank),
          ...labelled(WORDS.account, bank.account),
          ...labelled(WORDS.swift, bank.swift ?? ''),
          ...labelled(WORDS.bankAddress, bank.address ?? ''),
        ]
          .map(({ label, text }) => `${label}: ${text}`)
          .join('\n'),
      })),
      ...labelled(WORDS.remarks, paper.remarks ?? ''),
      ...labelled(WORDS.terms, paper.terms ?? ''),
    ],
    signatures: [
      `${word(WORDS.forSeller)}\n${(language === 'en' && seller.nameEn) || seller.name}`,
      `${word(WORDS.forBuyer)}\n${paper.buyer.name}`,
    ],
    footer: present([letterhead.footer, `${word(WORDS[paper.kind])} ${paper.docNo}`]),
  }
}

const COLUMNS: readonly (Omit<Column, 'label'> & {
  readonly label: Text
  readonly names: readonly string[]
  /** A column that no line has anything for is left out. */
  readonly isShown: (line: PaperLine) => boolean
})[] = [
  { label: WORDS.seq, share: 4, isNumber: true, names: ['line.seq'], isShown: () => true },
  { label: WORDS.sku, share: 11, isNumber: false, names: ['line.sku'], isShown: ({ sku }) => sku !== null },
  {
    label: WORDS.buyerSku,
    share: 11,
    isNumber: false,
    names: ['line.buyer_sku'],
    isShown: ({ buyerSku }) => buyerSku !== null,
  },
  { label: WORDS.description, share: 32, isNumber: false, names: ['line.description'], isShown: () => true },
  { label: WORDS.qty, share: 13, isNumber: true, names: ['line.qty', 'line.unit'], isShown: () => true },
  { label: WORDS.unitPrice, share: 11, isNumber: true, names: ['line.unit_price'], isShown: () => true },
  {
    label: WORDS.lineDiscount,
    share: 7,
    isNumber: true,
    names: ['line.discount'],
    isShown: ({ discount }) => Boolean(discount),
  },
  { label: WORDS.amount, share: 14, isNumber: true, names: ['line.line_total'], isShown: () => true },
]

const present = (texts: readonly (string | null | undefined)[]): string[] =>
  texts.filter((text): text is string => Boolean(text))

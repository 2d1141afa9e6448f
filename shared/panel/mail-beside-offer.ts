import type { DealFile } from '#shared/deal/deal-file.ts'
import { asLineText, linesOf } from '#shared/deal/quoted-lines.ts'
import { dateTime } from '#shared/i18n/dates.ts'
import { type Language, say, text } from '#shared/i18n/language.ts'
import { trimmed, typedNumber } from '#shared/i18n/numbers.ts'
import { writeLines } from '#shared/order/line-text.ts'
import { type MailDifference, mailDifferences } from '#shared/order/mail-against-offer.ts'
import { type Found, found } from '#shared/recognition/found.ts'
import type { MailReading } from '#shared/recognition/mail-reading.ts'
import type { PlannedClock } from '#shared/sla/planned-clock.ts'
import type { Quotation, QuotationLine } from '#shared/trade/index.ts'
import { unitWord } from '#shared/trade/unit.ts'
import { type FromMail, fromMail } from '#shared/workflow/offer/from-mail.ts'
import { draftNames, draftWidgets } from './draft-margins.ts'
import { type Section, SUMMARY_MAX, type Widget } from './panel.ts'
import type { MailBesideOffer, View } from './section-builder.ts'
import { formsInTurn } from './sections/road-forms.ts'

/** What {@link MailBesideOffer} says of a mail. It is loaded where a mail is read, and no part of a start. */
export const mailBesideOffer = (reading: () => MailReading): MailBesideOffer => ({
  section(file, view) {
    const quotation = answered(file, reading())
    if (!quotation) return null
    const rows = differences(quotation, file, reading()).map((one) => row(one, quotation, file, view.language))
    const { doc_no: number, version_no: version } = quotation
    if (quotation.status === 'draft' && version === 1) return draftSection(rows, file, view)
    // What was made for the mail is seen through here, also once it has all that the mail wants.
    if (rows.length === 0 && (version === 1 || isOut(quotation))) return null
    const forms = formsNext(quotation, file, view)
    const sent = sentRow(quotation, file, view)
    const shown = rows.slice(0, SUMMARY_MAX - forms.length - sent.length)
    const same: Widget[] = rows.length > 0 ? [] : [{ kind: 'note', text: NOTHING[view.language], tone: 'good' }]
    return {
      title: say(TITLE, view.language, { number, version }),
      tone: 'info',
      summary: [...sent, ...shown, ...same, ...forms],
      ...(shown.length < rows.length ? { full: [...sent, ...rows, ...forms] } : {}),
    }
  },

  takenOver: (quotation, file, language) => taken(differences(quotation, file, reading()), quotation, file, language),
})

/** What is being made for the mail: what each line earns and what is missing, and what the mail wants otherwise. */
function draftSection(rows: readonly Widget[], file: DealFile, view: View): Omit<Section, 'key'> | null {
  const drafts = draftWidgets(file, view)
  const all = [...drafts, ...rows]
  if (all.length === 0) return null
  const title = say(DRAFTS, view.language, { names: draftNames(file) })
  const summary = all.slice(0, SUMMARY_MAX)
  return { title, tone: 'info', summary, ...(all.length > summary.length ? { full: all } : {}) }
}

const DRAFTS = text('Being quoted: {names}', '报价草稿：{names}')

const differences = (quotation: Quotation, { parts, terms }: DealFile, mail: MailReading): MailDifference[] =>
  mailDifferences(mail, { quotation, lines: linesOf(parts.quotation_line, quotation.id), terms })

/** What may still become another offer. */
const RUNNING: readonly Quotation['status'][] = ['draft', 'pending_approval', 'approved', 'sent', 'negotiating']

/** The newest version of the offer whose number the mail names, else of the newest offer. */
function answered({ parts }: DealFile, { thread_of }: MailReading): Quotation | undefined {
  const running = parts.quotation.filter(({ status }) => RUNNING.includes(status))
  const named = running.find(({ doc_no }) => thread_of?.value.startsWith(doc_no))
  const number = (named ?? running[0])?.doc_no
  return running
    .filter(({ doc_no }) => doc_no === number)
    .reduce<Quotation | undefined>((last, one) => (last && last.version_no > one.version_no ? last : one), undefined)
}

const isOut = ({ status }: Quotation): boolean => status === 'sent' || status === 'negotiating'

/** What is next for the offer: another version of what is out, else what brings the new one to the buyer. */
function formsNext(quotation: Quotation, file: DealFile, view: View): Widget[] {
  const forms = formsInTurn(file, view)
    .map(({ form }) => form)
    .filter(({ target }) => target.id === quotation.id)
  if (isOut(quotation)) {
    return forms
      .filter(({ action }) => action === 'revise-quotation')
      .map((form) => ({ ...form, label: NEW_VERSION[view.language] }))
  }
  const papers = forms.filter(({ action }) => action === 'write-quotation').map(({ folded: _, ...form }) => form)
  const step = forms.find(({ action }) => action.startsWith('advance-quotation') && !action.endsWith(':withdraw'))
  return [...papers, ...(step ? [step] : [])]
}

/** When it left, and what becomes of the reminder: as the deal's own clocks have it, which stop with the buyer's reply. */
function sentRow(
  { id, sent_at, replied_at, version_no: version }: Quotation,
  { deal }: DealFile,
  view: View,
): Widget[] {
  if (sent_at === null) return []
  const { language, timezone, now } = view
  const clocks = (deal.clocks ?? []) as readonly PlannedClock[]
  const at = clocks.find(({ key }) => key === `${NO_REPLY}:${id}`)?.levels.find((level) => level.at > now)?.at
  const detail =
    replied_at !== null
      ? say(REPLIED, language, { at: dateTime(replied_at, timezone) })
      : at && say(REMINDS, language, { at: dateTime(at, timezone) })
  const label = say(SENT, language, { version })
  return [{ kind: 'fact', label, value: dateTime(sent_at, timezone), ...(detail ? { detail } : {}) }]
}

/** The clock of the standard road, which runs for each quotation; a firm whose own definition calls it otherwise is told only when it was sent. */
const NO_REPLY = 'quotation.no_reply'

const SENT = text('v{version} sent, our time', 'v{version} 发出（本地时间）')
const REPLIED = text('the buyer replied {at}: no reminder any more', '客户已于 {at} 回复，不再提醒')
const REMINDS = text(
  'reminder {at}, unless “The buyer replied” is pressed before',
  '{at} 提醒；如先点“客户已回复”则不再提醒',
)

const TITLE = text('The mail against {number} v{version}', '邮件与 {number} v{version} 对照')
const NOTHING = text('The offer has all that the mail wants.', '报价已包含邮件的全部要求。')
const NEW_VERSION = text('New version', '新版本')

function row(one: MailDifference, quotation: Quotation, file: DealFile, language: Language): Widget {
  const { label, before, after } = said(one, quotation, file, language)
  return {
    kind: 'fact',
    label,
    value: `${before || '–'} → ${after}`,
    detail: say(one.certain ? WORDS : UNSURE, language, { words: shortened(one.words) }),
    ...(one.kind === 'payment' && one.term === null ? { tone: 'warning' as const } : {}),
  }
}

const WORDS = text('“{words}”', '“{words}”')
const UNSURE = text('please check: “{words}”', '请核对：“{words}”')

interface Said {
  readonly label: string
  readonly before: string
  readonly after: string
}

function said(one: MailDifference, quotation: Quotation, { terms }: DealFile, language: Language): Said {
  switch (one.kind) {
    case 'qty': {
      const { line, qty } = one
      const label = say(QTY, language, { name: nameOf(line) })
      return { label, before: number(line.qty, 3), after: `${number(qty, 3)} ${unitWord(line.unit)}` }
    }
    case 'target_price': {
      const { line, price } = one
      const label = say(TARGET, language, { name: nameOf(line) })
      return { label, before: `${line.currency} ${number(line.unit_price, 6)}`, after: price }
    }
    case 'incoterm': {
      const before = [quotation.incoterm, quotation.named_place].filter(Boolean).join(' ')
      const after = [one.incoterm, one.place].filter(Boolean).join(' ')
      return { label: text('Incoterm', '贸易术语')[language], before, after }
    }
    case 'payment': {
      const now = terms.find(({ id }) => id === quotation.payment_term_id)
      const label = (one.term ? PAYMENT : NO_TERM)[language]
      return { label, before: now?.name ?? '', after: one.term?.name ?? one.said }
    }
  }
}

const nameOf = ({ sku, description }: QuotationLine): string => sku ?? description ?? ''

const QTY = text('{name}: quantity', '{name} 数量')
const TARGET = text('{name}: price that they want', '{name} 客户目标价')
const PAYMENT = text('Payment term', '付款方式')
const NO_TERM = text('Payment term (none of yours)', '付款方式（系统中没有）')

const number = (scaled: number, decimals: number): string => trimmed(typedNumber(scaled, decimals))

const WORDS_MAX = 60

function shortened(words: string): string {
  const plain = [...words.replace(/\s+/g, ' ').trim()]
  return plain.length > WORDS_MAX ? `${plain.slice(0, WORDS_MAX - 1).join('')}…` : plain.join('')
}

/** What is taken over: not the price, which nobody offers because a buyer wishes it. */
function taken(all: readonly MailDifference[], quotation: Quotation, file: DealFile, language: Language): FromMail {
  const term = all.find((one) => one.kind === 'incoterm')
  const payment = all.find((one) => one.kind === 'payment')
  return fromMail({
    lines: linesTaken(all, quotation, file, language),
    incoterm: term?.incoterm ? as(term.incoterm, term) : null,
    named_place: term?.place ? as(term.place, term) : null,
    place_locode: term ? as(term.locode ?? '', term) : null,
    payment_term_id: payment?.term ? as(payment.term.id, payment) : null,
  })
}

const as = (value: string, { words, certain }: MailDifference): Found<string> => found(value, words, certain)

function linesTaken(
  all: readonly MailDifference[],
  { id }: Quotation,
  { parts }: DealFile,
  language: Language,
): Found<string> | null {
  const changed = all.filter((one) => one.kind === 'qty')
  const wishes = all.filter((one) => one.kind === 'target_price')
  if (changed.length === 0 && wishes.length === 0) return null
  const lines = linesOf(parts.quotation_line, id).map((line) => {
    const other = changed.find((one) => one.line.id === line.id)
    return asLineText(other ? { ...line, qty: other.qty } : line)
  })
  // Beside the lines stands what they would pay, for whoever thinks about the price.
  const words = [
    ...changed.map((one) => one.words),
    ...wishes.map((one) => say(WISH, language, { words: one.words })),
  ].join(', ')
  return found(
    writeLines(lines),
    words,
    [...changed, ...wishes].every(({ certain }) => certain),
  )
}

const WISH = text('price wanted: {words}', '目标价：{words}')

import { registeredDomain } from '#shared/customer/address.ts'
import { isFreemail } from '#shared/customer/freemail.ts'
import { likeness, looks } from '#shared/customer/match/look-alike.ts'
import { folded } from './fold.ts'
import { type Found, found } from './found.ts'
import type { ReceivedMail } from './mail.ts'
import type { Passage } from './passage.ts'
import { anyOf } from './words.ts'

const BANK = anyOf(
  'bank|bank account|bank details|account details|beneficiary|iban|swiftcode|our account|new account|bankverbindung|bankdaten|kontoverbindung|konto|compte bancaire|coordonnees bancaires|rib|cuenta bancaria|datos bancarios|nueva cuenta|conta bancaria|dados bancarios|nova conta|conto bancario|coordinate bancarie|bankrekening|rekeningnummer|rachunek bankowy|numer konta|банковск* реквизит*|реквизит*|расчетн* счет|banka hesab*|银行账户|银行帐户|银行信息|收款账户|收款帐号|新账户|银行账号|銀行口座|振込先|은행 계좌|계좌|الحساب البنكي|حساب بنكي|الحساب المصرفي',
)
const CHANGE = anyOf(
  'change*|new details|new bank|new account|updated|update|different account|under review|no longer use|geandert*|neue|neuen|nouveau|nouvelle*|modifi*|change de|cambio|cambiado|nueva|nuevo|nuevos|alterac*|mudou|mudanca|nova|novos|modificat*|nuovo|nuova|nuove|gewijzigd|nieuw*|zmian*|nowy|nowe|изменил*|изменен*|нов*|degis*|yeni|变更|更改|更换|新的|変更|新しい|변경|새로운|تغيير|تغير|الجديد*|جديد',
)
const BANK_CHANGE = new RegExp(`${BANK}.{0,160}${CHANGE}|${CHANGE}.{0,160}${BANK}`, 'u')

/** The sentence that speaks of another account to pay to; undefined where there is none. */
export const bankChangeIn = (clauses: readonly Passage[]): Passage | undefined =>
  clauses.find(({ folded }) => BANK_CHANGE.test(folded))

/** What looks like fraud in a mail (domain, rule 10); each with the words that show it. */
export function warningsIn(
  mail: ReceivedMail,
  clauses: readonly Passage[],
  knownDomains: readonly string[],
  names: readonly string[],
): Found<string>[] {
  const warnings: Found<string>[] = []
  const from = domainOf(mail.from?.address)
  const reply = domainOf(mail.replyTo?.address)
  const like = from && lookAlike(from, knownDomains, names)
  if (from && mail.from && like) warnings.push(found(`sender domain ${from} ${like}`, mail.from.address))
  const bank = bankChangeIn(clauses)
  if (from && reply && from !== reply && mail.replyTo && (like || bank || isFreemail(reply)) && !mail.automatic)
    warnings.push(found('Reply-To differs from From', mail.replyTo.address))
  if (bank) warnings.push(found('asks to change bank details', bank.text))
  return warnings
}

const domainOf = (address: string | undefined): string | null => {
  const host = address?.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return host ? (registeredDomain(host) ?? host) : null
}

/** One letter off a domain that is known, or looking like a name in the mail without being it. */
function lookAlike(domain: string, known: readonly string[], names: readonly string[]): string | null {
  if (known.includes(domain)) return null
  const near = known.find((one) => NEAR.has(likeness(domain, one) ?? ''))
  if (near) return `differs by one character from the known ${near}`
  const label = domain.split('.')[0] ?? ''
  const name = names
    .map((one) => folded(one).replace(/[^a-z\d]/g, ''))
    .find((one) => one.length >= 5 && one !== label && looks(one) === looks(label))
  return name ? `looks like ${name} and is not` : null
}

const NEAR: ReadonlySet<string> = new Set(['same_looks', 'one_letter'])

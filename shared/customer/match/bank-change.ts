/**
 * Whether a subject speaks of bank details that have changed, in the languages that buyers and frauds write in. It warns and
 * decides nothing, so that it rather warns once too often. In a whole letter its words stand together by chance: there
 * recognition looks within a sentence.
 */
export function speaksOfBankChange(text: string): boolean {
  const plain = text.normalize('NFKC').toLowerCase().slice(0, READ_MAX)
  return BANK.test(plain) && (CHANGE.test(plain) || DETAILS.test(plain))
}

const READ_MAX = 20_000

/** An account at a bank. */
const BANK =
  /\b(?:bank(?:ing)?|iban|swift|beneficiary|account|a\/c|remittance|payment|wire)\b|bankverbindung|bankdaten|kontonummer|kontodaten|konto\b|\bbanc[aáo]ri|\bbanco\b|\bcuenta\b|\bconta\b|\bcompte\b|\bbancaires?\b|\bconto\b|coordinate|банк|счет|счёт|реквизит|rachun|banka|hesap|银行|銀行|账户|帐户|賬戶|账号|帳號|收款|口座|振込|계좌|은행|البنك|بنك|حساب/u

/** That it is another one by now. */
const CHANGE =
  /\b(?:new|chang(?:e[ds]?|ing)|updat(?:e[ds]?|ing)|revised|amended|different|switch(?:ed)?|replac\w+|no longer)\b|\bneue[rnms]?\b|geändert|änderung|\bnuev[oa]s?\b|\bcambi\w+|actualiza\w+|\bnov[oa]s?\b|\bmudan[çc]a|alterad|altera[çc]|atualiza|\bnouve(?:au|lle|aux|lles)\b|\bchange\w*|modifi\w+|\bnuov[oaie]\b|variazione|нов|измен|zmian|\bnow[yea]\b|\byeni\b|değiş|变更|更改|更换|新|更新|変更|新しい|변경|새로운|جديد|تغيير|تحديث/u

/** What nobody sends in a subject without having changed something. */
const DETAILS =
  /\bbank(?:ing)? (?:details?|information|account|info)\b|\baccount details\b|bankverbindung|datos bancarios|dados banc[aá]rios|coordonn[ée]es bancaires|coordinate bancarie|банковские реквизиты|银行信息|收款账[户号]|銀行口座/u

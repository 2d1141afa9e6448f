import { type Text, text } from '#shared/i18n/language.ts'
import { unitName } from '#shared/trade/unit.ts'

/** The words printed on a paper, in its language. */
export const WORDS = {
  quotation: text('QUOTATION', '报价单'),
  proforma: text('PROFORMA INVOICE', '形式发票'),
  contract: text('SALES CONTRACT', '销售合同'),
  docNo: text('No.', '编号'),
  version: text('Version', '版本'),
  date: text('Date', '日期'),
  validUntil: text('Valid until', '有效期至'),
  seller: text('Seller', '卖方'),
  buyer: text('Buyer', '买方'),
  attention: text('Attn.', '联系人'),
  issuer: text('Issued by', '经办人'),
  phone: text('Tel.', '电话'),
  email: text('E-mail', '邮箱'),
  currency: text('Currency', '币种'),
  delivery: text('Delivery term', '贸易术语'),
  edition: text('Incoterms® {year}', 'Incoterms® {year}'),
  portOfLoading: text('Port of loading', '装运港'),
  portOfDischarge: text('Port of discharge', '目的港'),
  paymentTerm: text('Payment', '付款方式'),
  leadTime: text('Lead time', '交货期'),
  days: text('{days} days', '{days}天'),
  daysFrom: text('{days} days from {start}', '{start}后{days}天'),
  tolerance: text('Quantity and amount', '数量及金额'),
  moreOrLess: text('{percent} % more or less allowed', '允许溢短装 {percent}%'),
  seq: text('#', '序号'),
  sku: text('Item', '货号'),
  buyerSku: text('Your item', '客户货号'),
  description: text('Description', '品名及规格'),
  qty: text('Quantity', '数量'),
  unit: text('Unit', '单位'),
  unitPrice: text('Unit price', '单价'),
  lineDiscount: text('Disc. %', '折扣 %'),
  amount: text('Amount', '金额'),
  linesTotal: text('Subtotal', '小计'),
  freight: text('Freight', '运费'),
  insurance: text('Insurance', '保险费'),
  discount: text('Discount', '折让'),
  total: text('TOTAL', '合计'),
  inWords: text('In words', '大写'),
  bank: text('Bank details', '收款账户'),
  beneficiary: text('Beneficiary', '收款人'),
  bankName: text('Bank', '开户行'),
  account: text('Account no.', '账号'),
  swift: text('SWIFT', 'SWIFT'),
  bankAddress: text('Bank address', '银行地址'),
  remarks: text('Remarks', '备注'),
  terms: text('Terms and conditions', '条款'),
  forSeller: text('For the seller', '卖方签章'),
  forBuyer: text('For the buyer', '买方签章'),
  page: text('Page {page} of {pages}', '第 {page} 页，共 {pages} 页'),
} as const

/** What invoices call the units that are counted most. */
const COUNTED: Readonly<Record<string, string>> = {
  H87: 'pcs',
  C62: 'pcs',
  SET: 'sets',
  PR: 'pairs',
  CT: 'ctns',
  PK: 'packs',
  KGM: 'kg',
  TNE: 't',
  MTR: 'm',
  MTK: 'm²',
  MTQ: 'm³',
}

/** What a unit (UN/ECE Recommendation 20) is called on a paper; one that is not known stands by its code. */
export function unitText(code: string): Text {
  const name = unitName(code) ?? { en: code, 'zh-CN': code }
  return { ...name, en: COUNTED[code] ?? name.en }
}

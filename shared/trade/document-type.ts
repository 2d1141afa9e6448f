import { type Text, text } from '#shared/i18n/language.ts'

interface DocumentType {
  readonly label: Text
  /** UN/ECE document name code (EDI 1001); none for what only the trade calls a document. */
  readonly code: string | null
}

const of = (label: Text, code: string | null = null): DocumentType => ({ label, code })

/** The papers of a deal. */
const DOCUMENT_TYPES = {
  quotation_pdf: of(text('Quotation', '报价单'), '310'),
  proforma_invoice: of(text('Proforma invoice', '形式发票'), '325'),
  contract_final: of(text('Contract, final version', '合同终稿'), '315'),
  contract_signed: of(text('Contract, signed', '已签合同'), '315'),
  buyer_po: of(text("Buyer's purchase order", '客户采购单'), '105'),
  sample_photo: of(text('Photo of the sample', '样品照片')),
  inspection_report: of(text('Inspection report', '验货报告'), '856'),
  quality_certificate: of(text('Certificate of quality', '品质证书'), '3'),
  commercial_invoice: of(text('Commercial invoice', '商业发票'), '380'),
  packing_list: of(text('Packing list', '装箱单'), '271'),
  booking: of(text('Booking confirmation', '订舱确认'), '770'),
  shipping_instructions: of(text('Shipping instructions', '补料'), '340'),
  export_declaration: of(text('Export declaration', '出口报关单'), '830'),
  bill_of_lading: of(text('Bill of lading', '提单'), '705'),
  house_bill_of_lading: of(text('House bill of lading', '分提单'), '714'),
  sea_waybill: of(text('Sea waybill', '海运单'), '710'),
  air_waybill: of(text('Air waybill', '空运单'), '740'),
  certificate_of_origin: of(text('Certificate of origin', '原产地证'), '861'),
  form_a: of(text('GSP Form A', '普惠制产地证'), '865'),
  insurance_certificate: of(text('Insurance certificate', '保险凭证'), '520'),
  insurance_policy: of(text('Insurance policy', '保险单'), '530'),
  letter_of_credit: of(text('Letter of credit', '信用证'), '465'),
  phytosanitary_certificate: of(text('Phytosanitary certificate', '植检证书'), '851'),
  bill_of_exchange: of(text('Bill of exchange', '汇票')),
  beneficiary_certificate: of(text("Beneficiary's certificate", '受益人证明')),
  fumigation_certificate: of(text('Fumigation certificate', '熏蒸证书')),
  msds: of(text('Safety data sheet', '安全数据表')),
  vgm: of(text('VGM declaration', 'VGM申报')),
  loading_photo: of(text('Photo of the loading', '装柜照片')),
  payment_slip: of(text('Payment slip', '水单')),
  delivery_note: of(text('Delivery note', '送货单'), '270'),
  fapiao: of(text('Fapiao', '增值税发票')),
  other: of(text('Other', '其他')),
} as const satisfies Readonly<Record<string, DocumentType>>

type DocumentName = keyof typeof DOCUMENT_TYPES

/** What a document may be, with its name. */
export const DOCUMENT_CHOICES = Object.fromEntries(
  Object.entries(DOCUMENT_TYPES).map(([name, { label }]) => [name, label]),
) as Readonly<Record<DocumentName, Text>>

/** The UN/ECE code of a type of document. */
export const documentCode = (type: string): string | null =>
  Object.hasOwn(DOCUMENT_TYPES, type) ? DOCUMENT_TYPES[type as DocumentName].code : null

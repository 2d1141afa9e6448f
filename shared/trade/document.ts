import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'
import { DEAL_LINK } from './deal-link.ts'
import { DOCUMENT_CHOICES } from './document-type.ts'

/** A paper of a deal, a record for each version of it. What was issued is frozen with its hash; a new version replaces it. */
export const document = {
  name: 'document',
  plural: 'documents',
  label: text('Document', '单证'),
  title: 'number',
  writable: true,
  belongs: { within: 'deal_id' },
  frozen: { when: { status: ['approved', 'issued', 'sent', 'accepted', 'discrepant', 'superseded', 'void'] } },
  fields: {
    type: {
      kind: 'choice',
      required: true,
      fixed: true,
      choices: DOCUMENT_CHOICES,
      label: text('Document', '单证类型'),
    },
    /** UN/ECE document name code (EDI 1001). */
    code: { kind: 'text', max: 3, computed: true, label: text('UN/ECE code', 'UN/ECE代码') },
    number: { kind: 'text', max: 60, required: true, fixed: true, numbered: 'DOC', label: text('Number', '单证号') },
    version_no: {
      kind: 'integer',
      min: 1,
      max: 999,
      required: true,
      fixed: true,
      initial: 1,
      label: text('Version', '版本'),
    },
    status: {
      kind: 'choice',
      required: true,
      computed: true,
      initial: 'draft',
      label: text('Status', '状态'),
      choices: {
        draft: text('Draft', '草稿'),
        checked: text('Checked', '已审核'),
        approved: text('Approved', '已批准'),
        issued: text('Issued', '已出具'),
        sent: text('Sent', '已寄送'),
        accepted: text('Accepted', '已接受'),
        discrepant: text('Discrepant', '有不符点'),
        superseded: text('Superseded', '已被新版取代'),
        void: text('Void', '已作废'),
      },
    },
    ...DEAL_LINK,
    quotation_id: { kind: 'reference', to: 'quotation', label: text('Quotation', '报价单') },
    sample_id: { kind: 'reference', to: 'sample', label: text('Sample', '样品') },
    contract_id: { kind: 'reference', to: 'contract', label: text('Contract', '合同') },
    order_id: { kind: 'reference', to: 'order', label: text('Order', '订单') },
    shipment_id: { kind: 'reference', to: 'shipment', label: text('Shipment', '出货') },
    issued_on: { kind: 'date', label: text('Issued on', '出具日期') },
    issuer: { kind: 'text', max: 120, label: text('Issued by', '出具方') },
    expires_on: { kind: 'date', label: text('Expires on', '到期日') },
    originals: { kind: 'integer', min: 0, max: 99, label: text('Originals', '正本份数') },
    copies: { kind: 'integer', min: 0, max: 99, label: text('Copies', '副本份数') },
    courier_no: { kind: 'text', max: 60, label: text('Courier no.', '寄单快递号') },
    template: { kind: 'text', max: 60, label: text('Template', '模板') },
    language: { kind: 'language', label: text('Language', '语言') },
    /** What it was made of: making it again never changes what was issued. */
    data: { kind: 'data', max: 200_000, access: 'sales', computed: true, label: text('Content', '内容快照') },
    file_id: { kind: 'text', max: 120, computed: true, label: text('File', '文件') },
    sha256: { kind: 'text', max: 64, computed: true, label: text('SHA-256', '文件指纹') },
    pages: { kind: 'integer', min: 1, computed: true, label: text('Pages', '页数') },
    sent_at: { kind: 'instant', computed: true, label: text('Sent', '寄送时间') },
    remark: { kind: 'text', max: 500, label: text('Remark', '备注') },
  },
  indexes: {
    documents_by_number: { on: ['type', 'number', 'version_no'], unique: true },
    documents_by_deal: { on: ['deal_id'] },
    documents_by_shipment: { on: ['shipment_id'], where: 'shipment_id IS NOT NULL' },
    documents_by_order: { on: ['order_id'], where: 'order_id IS NOT NULL' },
  },
} as const satisfies RecordType

import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

/**
 * A field that the firm adds itself, kept as data: from then on it is equal to the fields of the standard template
 * in every list, form, panel and history (domain 1.25). What is in it never changes its meaning: entity, key and kind
 * are set once.
 */
export const ownField = {
  name: 'own_field',
  plural: 'own_fields',
  path: '/v1/definitions/fields',
  writable: true,
  label: text('Own field', '自定义字段'),
  title: 'key',
  fields: {
    /** The record type it belongs to. */
    entity: {
      kind: 'choice',
      required: true,
      fixed: true,
      label: text('Of', '所属对象'),
      choices: {
        customer: text('Customer', '客户'),
        contact: text('Contact', '联系人'),
        inquiry: text('Inquiry', '询盘'),
        order: text('Order', '订单'),
        order_line: text('Order line', '订单明细'),
        deal: text('Deal', '生意'),
        quotation: text('Quotation', '报价单'),
        contract: text('Contract', '合同'),
        sample: text('Sample', '样品'),
        production_order: text('Production order', '生产单'),
        shipment: text('Shipment', '出货'),
      },
    },
    key: { kind: 'text', max: 40, required: true, fixed: true, label: text('Key', '代码') },
    label_en: { kind: 'text', max: 60, required: true, label: text('Name in English', '英文名称') },
    label_zh: { kind: 'text', max: 60, required: true, label: text('Name in Chinese', '中文名称') },
    kind: {
      kind: 'choice',
      required: true,
      fixed: true,
      label: text('Kind', '类型'),
      choices: {
        text: text('Text', '文本'),
        lines: text('Text of several lines', '多行文本'),
        number: text('Number', '数字'),
        choice: text('Choice', '单选'),
        date: text('Date', '日期'),
        money: text('Amount of money', '金额'),
        boolean: text('Yes or no', '是/否'),
      },
    },
    /** Of a choice: its values, in the order in which they are offered. */
    options: { kind: 'texts', max: 100, label: text('Choices', '选项') },
    /** Of money: its currency. */
    currency: { kind: 'currency', fixed: true, label: text('Currency', '币种') },
    /** Who sees it: everybody who sees the record, or those who see this class of fields. */
    access: {
      kind: 'choice',
      required: true,
      initial: 'open',
      label: text('Seen by', '可见范围'),
      choices: {
        open: text('everybody who sees the record', '能看到该记录的人'),
        personal: text('who sees contact details', '能看联系方式的人'),
        sales: text('who sees sales terms', '能看销售条款的人'),
        cost: text('who sees costs', '能看成本的人'),
        profit: text('who sees profit', '能看利润的人'),
        bank: text('who sees bank details', '能看银行信息的人'),
        supplier: text('who sees suppliers', '能看供应商的人'),
      },
    },
    required: { kind: 'boolean', required: true, initial: false, label: text('Must be filled in', '必填') },
    in_panel: { kind: 'boolean', required: true, initial: true, label: text('Shown in the panel', '在侧栏显示') },
    in_forms: { kind: 'boolean', required: true, initial: true, label: text('Asked in forms', '在表单中填写') },
    position: { kind: 'integer', min: 0, max: 9999, required: true, initial: 0, label: text('Position', '顺序') },
    status: {
      kind: 'choice',
      required: true,
      initial: 'active',
      label: text('Status', '状态'),
      choices: { active: text('In use', '使用中'), retired: text('Retired', '已停用') },
    },
  },
  indexes: { own_fields_by_key: { on: ['entity', 'key'], unique: true } },
} as const satisfies RecordType

import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

/**
 * What proves that a product keeps a rule (domain 1.15): a test report, a declaration or a data sheet, for one product, for a
 * whole line, or with neither for all that the firm sells. A renewed one is a record of its own, so that it stays known what was valid when.
 */
export const certificate = {
  name: 'certificate',
  plural: 'certificates',
  label: text('Certificate', '产品证书'),
  title: 'number',
  writable: true,
  fields: {
    kind: {
      kind: 'choice',
      required: true,
      fixed: true,
      label: text('Certificate', '证书类型'),
      choices: {
        ce: text('CE', 'CE'),
        ukca: text('UKCA', 'UKCA'),
        fcc: text('FCC', 'FCC'),
        reach: text('REACH', 'REACH'),
        rohs: text('RoHS', 'RoHS'),
        en_581: text('EN 581', 'EN 581'),
        cpsia: text('CPSIA', 'CPSIA'),
        saso: text('SASO', 'SASO'),
        fsc: text('FSC', 'FSC'),
        msds: text('Safety data sheet', '安全数据表'),
        un38_3: text('UN38.3', 'UN38.3'),
        other: text('Other', '其他'),
      },
    },
    number: { kind: 'text', max: 80, required: true, label: text('Number', '证书编号') },
    product_id: { kind: 'reference', to: 'product', label: text('Product', '产品') },
    /** Instead of one product: as products name their line. */
    product_line: { kind: 'text', max: 80, label: text('Product line', '产品线') },
    issuer: { kind: 'text', max: 120, label: text('Issued by', '签发机构') },
    market: { kind: 'country', label: text('Market', '适用市场') },
    issued_on: { kind: 'date', label: text('Issued on', '签发日期') },
    /** None for what is valid until the product or the rule changes. */
    expires_on: { kind: 'date', notBefore: 'issued_on', label: text('Expires on', '到期日') },
    /** An address or a place in the firm's own filing. */
    file: { kind: 'text', max: 300, label: text('Where the file is', '文件位置') },
    remark: { kind: 'text', max: 500, label: text('Remark', '备注') },
  },
  indexes: {
    certificates_by_product: { on: ['product_id'], where: 'product_id IS NOT NULL' },
    certificates_by_expiry: { on: ['expires_on'], where: 'expires_on IS NOT NULL' },
  },
} as const satisfies RecordType

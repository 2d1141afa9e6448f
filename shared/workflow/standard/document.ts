import { text } from '#shared/i18n/language.ts'
import { wayOf } from './way-of.ts'

const CLERKS = ['doc_clerk', 'logistics', 'merchandiser', 'owner', 'manager', 'finance']

/** The way of a trade document (domain 1.17, 2.2.10). What is issued is frozen; a discrepancy makes a new version. */
export const documentWay = wayOf('document', {
  start: 'draft',
  ends: ['accepted', 'superseded', 'void'],
  edges: [
    { key: 'check', from: ['draft'], to: 'checked', label: text('Checked', '已核对'), who: CLERKS },
    { key: 'approve', from: ['checked'], to: 'approved', label: text('Approve', '批准'), who: CLERKS },
    { key: 'issue', from: ['draft', 'checked', 'approved'], to: 'issued', label: text('Issue', '签发'), who: CLERKS },
    { key: 'send', from: ['issued'], to: 'sent', label: text('Sent', '已寄出'), who: CLERKS },
    { key: 'accept', from: ['sent'], to: 'accepted', label: text('Accepted', '已接受'), who: CLERKS },
    { key: 'dispute', from: ['sent'], to: 'discrepant', label: text('Discrepancy', '有不符点'), who: CLERKS },
    { key: 'replace', from: ['discrepant'], to: 'superseded', label: text('Replaced', '已换单'), who: CLERKS },
    {
      key: 'void',
      from: ['draft', 'checked', 'approved', 'issued'],
      to: 'void',
      label: text('Void', '作废'),
      who: CLERKS,
    },
  ],
})

import { mayAtAll } from '#shared/access/access.ts'
import type { RecordRef } from '#shared/api.ts'
import type { Situation } from '#shared/customer/situation.ts'
import { recordBehind } from '#shared/customer/situation.ts'
import { DESK_BOARD, DESK_HOME, DESK_LAYOUT, DESK_PRIVACY, DESK_STAFF, deskPath } from '#shared/desk/path.ts'
import { type Text, text } from '#shared/i18n/language.ts'
import type { Widget } from '../panel.ts'
import type { SectionBuilder } from '../section-builder.ts'

/** The way to the wide page of what a panel is about; none where it is about no record, or on that page already. */
export const desk: SectionBuilder<Situation> = {
  key: 'desk',
  build(situation, { desk, language, access }) {
    const record = recordBehind(situation)
    if (desk === null || (!record && situation.kind !== 'home')) return null
    const { title, label } = record ? WORDS[record.type] : WORDS.home
    const link = ({ label, path }: { readonly label: Text; readonly path: string }): Widget => ({
      kind: 'link',
      label: label[language],
      href: desk + path,
    })
    const layout = !record && mayAtAll(access, 'workflow', 'edit') ? [link({ label: LAYOUT, path: DESK_LAYOUT })] : []
    const board = !record && mayAtAll(access, 'order', 'view') ? [link({ label: BOARD, path: DESK_BOARD })] : []
    const staff = !record && mayAtAll(access, 'user', 'assign') ? [link({ label: STAFF, path: DESK_STAFF })] : []
    const privacy = !record && access.duties.has('privacy') ? [link({ label: PRIVACY, path: DESK_PRIVACY })] : []
    return {
      title: title[language],
      summary: [
        link({ label, path: record ? deskPath(record.type, record.id) : DESK_HOME }),
        ...board,
        ...staff,
        ...layout,
        ...privacy,
      ],
    }
  },
}

const LAYOUT = text("Set the layout of the customer's panel", '设置客户侧栏布局')
const STAFF = text('Leave and handover of staff', '员工休假与交接')
const BOARD = text('Open the board of all orders', '打开订单看板')

const PRIVACY = text('Personal data: search, copies, erasure', '个人数据：检索、副本、删除')

const DESK = text('On a wide page', '宽屏页面')

const WORDS = {
  home: { title: DESK, label: text('Open the desk', '打开工作页面') },
  customer: { title: DESK, label: text('Open the customer with its history', '打开客户页面及修改记录') },
  order: { title: DESK, label: text('Open the order with its history', '打开订单页面及修改记录') },
  inquiry: { title: DESK, label: text('Open the inquiry with its history', '打开询盘页面及修改记录') },
  deal: { title: DESK, label: text('Open the deal with its history', '打开生意页面及修改记录') },
} as const satisfies Readonly<Record<RecordRef['type'] | 'home', unknown>>

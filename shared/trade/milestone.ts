import { text } from '#shared/i18n/language.ts'
import type { RecordType } from '#shared/record/record-type.ts'

/** Something that is planned, expected or has happened on a shipment's way (DCSA event domain 3.2). */
export const milestone = {
  name: 'milestone',
  plural: 'milestones',
  label: text('Milestone', '物流节点'),
  title: 'at',
  writable: true,
  belongs: { within: 'shipment_id' },
  fields: {
    shipment_id: { kind: 'reference', to: 'shipment', required: true, fixed: true, label: text('Shipment', '出货') },
    type: {
      kind: 'choice',
      required: true,
      fixed: true,
      label: text('What', '节点'),
      choices: {
        GTOT: text('Gate out', '提空柜'),
        STUF: text('Stuffed', '装柜'),
        GTIN: text('Gate in', '进港'),
        CUSS: text('Customs inspection chosen', '海关布控'),
        CUSI: text('Customs inspected', '海关查验'),
        CUSR: text('Customs released', '海关放行'),
        LOAD: text('Loaded on board', '装船'),
        DEPA: text('Departed', '离港'),
        ARRI: text('Arrived', '到港'),
        DISC: text('Discharged', '卸船'),
        STRP: text('Stripped', '拆柜'),
        DROP: text('Dropped off', '还箱'),
        RECE: text('Document received', '收到单证'),
        DRFT: text('Draft', '草稿'),
        PENA: text('Waiting for approval', '待确认'),
        APPR: text('Approved', '已确认'),
        ISSU: text('Issued', '已签发'),
        SURR: text('Surrendered', '已交还'),
        REJE: text('Rejected', '被拒'),
        VOID: text('Void', '作废'),
      },
    },
    classifier: {
      kind: 'choice',
      required: true,
      label: text('How sure', '性质'),
      choices: { PLN: text('planned', '计划'), EST: text('estimated', '预计'), ACT: text('actual', '实际') },
    },
    at: { kind: 'instant', required: true, label: text('When', '时间') },
    location: { kind: 'text', max: 5, format: 'locode', label: text('Where', '地点') },
    reported_by: {
      kind: 'choice',
      required: true,
      initial: 'manual',
      label: text('Told by', '来源'),
      choices: {
        manual: text('us', '手工'),
        carrier: text('the carrier', '船公司'),
        forwarder: text('the forwarder', '货代'),
        platform: text('a tracking platform', '物流跟踪平台'),
        mail: text('a mail', '邮件'),
      },
    },
    /** Whose webhook told it, and what that was called then; null for what somebody entered or brought. */
    hook_id: { kind: 'reference', to: 'milestone_source', computed: true, label: text('Webhook', '推送来源') },
    hook_name: { kind: 'text', max: 80, computed: true, label: text('Name of the webhook', '推送来源名称') },
    note: { kind: 'text', max: 300, label: text('Note', '备注') },
  },
  indexes: {
    milestones_by_shipment: { on: ['shipment_id', 'at'] },
    /** The same told twice is stored once, whoever is faster. */
    milestones_by_hook: {
      on: ['hook_id', 'shipment_id', 'at', 'type', 'classifier'],
      where: 'hook_id IS NOT NULL',
      unique: true,
    },
  },
} as const satisfies RecordType

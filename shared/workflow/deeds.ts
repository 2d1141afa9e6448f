import { type Language, type Text, text } from '#shared/i18n/language.ts'

/** What was done, as a history says it: the making and editing of a record, and each action by its name. */
const DEEDS: Readonly<Partial<Record<string, Text>>> = {
  created: text('Created', '新建'),
  edited: text('Edited', '修改'),
  'advance-order': text('Moved to the next step', '推进到下一步'),
  'edit-order': text('Edited', '修改'),
  'add-note': text('Note added', '添加备注'),
  'answer-request': text('Request to share answered', '处理共享申请'),
  'edit-customer': text('Edited', '修改'),
  'create-inquiry': text('Inquiry created from a mail', '由邮件新建询盘'),
  'ask-access': text('Asked to share', '申请共享'),
  'assign-inquiry': text('Assigned', '分配'),
  'assign-follower': text('Given to an order follower', '交给跟单员'),
  'start-deal': text('Deal started', '新建生意'),
  'decide-approval': text('Decided', '审批'),
  'ask-approval': text('Approval asked for again', '重新提交审批'),
  'create-quotation': text('Quotation made', '制作报价单'),
  'revise-quotation': text('Quotation revised', '修订报价单'),
  'edit-quotation': text('Edited', '修改'),
  'create-contract': text('Contract made', '制作合同'),
  'edit-contract': text('Edited', '修改'),
  'create-customer': text('Customer made', '新建客户'),
  'link-customer': text('Customer linked', '关联客户'),
  'create-sample': text('Sample asked for', '申请样品'),
  'write-quotation': text('Issued as a file', '生成文件'),
  'write-contract': text('Issued as a file', '生成文件'),
  'claim-inquiry': text('Claimed', '认领'),
  'report-progress': text('Progress reported', '上报进度'),
  'create-shipment': text('Shipment planned', '安排出货'),
  'add-container': text('Container added', '添加集装箱'),
  'add-milestone': text('Milestone noted', '登记物流节点'),
  'tell-milestones': text('Told by webhook', '推送物流节点'),
  'make-secret': text('Secret made', '生成密钥'),
  'add-document': text('Document filed', '登记单证'),
  'register-advice': text('Buyer says they paid', '客户告知已付款'),
  'register-receipt': text('Receipt registered', '登记收款'),
  'allocate-receipt': text('Allocated', '核销'),
  'write-off': text('Written off', '差额核销'),
  'reverse-allocation': text('Allocation taken back', '撤销核销'),
  'amend-order': text('Order amended', '变更订单'),
  'waive-deposit': text('Production before the deposit', '免定金先投产'),
  'hold-order': text('Held', '暂停'),
  'release-order': text('Released', '恢复'),
  'cancel-order': text('Cancelled', '取消'),
  'open-case': text('Complaint opened', '新建售后'),
  settled: text('Went on by itself', '自动推进'),
  return_to_pool: text('Back to the pool, for it was not taken care of in time', '逾期未处理，退回公海'),
  credit_hold: text('On hold for credit, for it was not paid in time', '逾期未付款，信用暂停'),
  create_task: text('Task made, for the time was over', '到期生成任务'),
  task_finance: text('Task made for finance', '生成财务任务'),
  mail_customer: text('Task made: write to the customer', '生成任务：联系客户'),
  published: text('Published', '发布'),
  retired: text('Retired', '停用'),
  migrated: text('Moved to another version of its process', '迁移到其他流程版本'),
}

/** A deed that has no words yet is called by its name. Which step it was, the changes of its fields tell. */
export function deedNamed(action: string, language: Language): string {
  const base = action.replace(/:.*$/, '')
  const deed = Object.hasOwn(DEEDS, base) ? DEEDS[base] : undefined
  return deed?.[language] ?? action
}

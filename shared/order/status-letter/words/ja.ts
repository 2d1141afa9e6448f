import type { LetterWords } from '../words.ts'

export const ja: LetterWords = {
  subject: 'ご注文 {order} の進捗状況',
  dear: '{name} 様',
  hello: 'ご担当者様',
  intro: 'いつもお世話になっております。ご注文 {order} の現在の状況をご報告いたします。',
  stages: {
    not_started: { name: '受注確定', sentence: 'ご注文は確定しており、準備を進めております。' },
    waiting_deposit: {
      name: '前払金待ち',
      sentence: 'ご注文は確定しており、前払金の入金確認後に生産へ進みます。',
    },
    waiting_material: { name: '資材準備中', sentence: 'ご注文品の資材を準備しております。' },
    in_production: { name: '生産中', sentence: 'ご注文品は現在生産中です。' },
    inspection: { name: '検品中', sentence: '生産が完了し、検品を行っております。' },
    ready: { name: '出荷準備完了', sentence: '梱包が完了し、出荷の準備が整いました。' },
    shipped: { name: '出荷済み', sentence: 'ご注文品は出荷いたしました。' },
    closed: { name: '納品済み', sentence: 'ご注文品は納品いたしました。' },
    on_hold: { name: '保留中', sentence: 'ご注文は現在保留となっております。再開次第ご連絡いたします。' },
  },
  rows: {
    order: '弊社受注番号',
    purchaseOrder: '貴社発注番号',
    stage: '状況',
    materials: '資材準備完了予定',
    finish: '生産完了予定',
    inspection: '検品予定',
    ready: '出荷準備完了日',
    promised: '確定出荷日',
    onBoard: '船積日',
    billOfLading: '船荷証券番号（B/L）',
    arrival: '到着予定（ETA）',
    delivered: '納品日',
    terms: '貿易条件',
    total: 'ご注文金額',
    payment: '未決済金額',
  },
  waits: {
    production_start: '前払金 {amount} の入金を確認次第、生産を開始いたします。',
    loading: 'お支払い {amount} の入金を確認次第、船積みいたします。',
    bl_release: 'お支払い {amount} の入金を確認次第、船荷証券をお渡しいたします。',
  },
  papers: {
    quotation: {
      subject: 'お見積書 {number}',
      intro: 'いつもお世話になっております。お見積書 {number} を添付いたします。',
    },
    proforma: {
      subject: 'プロフォーマインボイス {number}',
      intro: 'いつもお世話になっております。プロフォーマインボイス {number} を添付いたします。',
    },
    contract: {
      subject: '売買契約書 {number}',
      intro: 'いつもお世話になっております。売買契約書 {number} を添付いたしますので、ご署名をお願いいたします。',
    },
  },
  validUntil: 'お見積りの有効期限は {date} です。',
  closing: 'ご不明な点がございましたら、このメールにご返信ください。',
  regards: 'よろしくお願いいたします。',
}

/** What a definition may have done by name, besides what the engine does itself. Each is a file in `effects/`. */
export const EFFECT_NAMES = [
  'clear',
  'set_actor',
  'to_pool',
  'log_reply',
  'log_sample',
  'quotation_sent',
  'withdraw_approval',
  'order_from_contract',
  'lines_inspected',
  'shipped',
  'arrived',
  'delivered',
  'verify_receipt',
  'allocate',
  'case_of_low_score',
] as const

export type EffectName = (typeof EFFECT_NAMES)[number]

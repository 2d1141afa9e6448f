/** Before and after noon in the languages of telephones; WeChat and WhatsApp in Chinese name five parts of a day. */
const BEFORE_NOON = /^(?:a\.?\s?m\.?|上午|凌晨|早上|清晨|오전|午前|ص|πμ|π\.μ\.|पूर्वाह्न|sa)$/i
const AFTER_NOON = /^(?:p\.?\s?m\.?|下午|晚上|傍晚|오후|午後|م|μμ|μ\.μ\.|अपराह्न|ch)$/i
const NOON = /^中午$/

export const HALF_OF_DAY =
  '[ap]\\.?\\s?m\\.?|上午|凌晨|早上|清晨|中午|下午|晚上|傍晚|오전|오후|午前|午後|ص|م|πμ|μμ|π\\.μ\\.|μ\\.μ\\.|SA|CH'

/** `2:05:09 PM`, `下午2:05`, `14.05` as `14:05:09`; null for none. */
export function timeOfDay(written: string): string | null {
  const plain = written.trim()
  const [, hours = '', minutes = '', seconds = '00'] = /(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?/.exec(plain) ?? []
  if (hours === '') return null
  const half = plain.replace(/\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?/, '').trim()
  let hour = Number(hours)
  if (BEFORE_NOON.test(half)) hour %= 12
  else if (AFTER_NOON.test(half)) hour = hour < 12 ? hour + 12 : hour
  else if (NOON.test(half)) hour = hour < 6 ? hour + 12 : hour
  else if (half !== '') return null
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`
}

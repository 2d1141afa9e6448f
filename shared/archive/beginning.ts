/** How much of a mail stands in the timeline (domain 1.5). */
const BEGINNING = 300

/** Where an answer begins to repeat what it answers: quoted lines, and the lines with which mail programs introduce them. */
const QUOTED =
  /^(?:>|-{2,}\s*(?:original message|原始邮件|forwarded message|mensagem original|mensaje original|ursprüngliche nachricht|message d'origine|исходное сообщение)|(?:on|le|el|em|am|il|в)\b.{5,200}(?:wrote|a écrit|escribió|escreveu|schrieb|ha scritto|написал).{0,20}:\s*$|在.{5,100}写道[:：]|(?:from|发件人|寄件者|von|de)[:：]\s.*@)/iu

/** The first words of a mail that are its own, on one line. */
export function beginningOf(text: string): string {
  const lines = text.slice(0, 20_000).split(/\r?\n/)
  const end = lines.findIndex((line) => QUOTED.test(line.trim()))
  const own = (end > 0 ? lines.slice(0, end) : lines)
    .join(' ')
    .replace(/[\0\s]+/g, ' ')
    .replace(/\p{Cs}/gu, '')
    .trim()
  const letters = [...own]
  return letters.length > BEGINNING ? `${letters.slice(0, BEGINNING - 1).join('')}…` : own
}

/** The words of a piece of HTML, for where a mail has no other text; nothing here is ever drawn as markup. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<(style|script|head|title)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(nbsp|amp|lt|gt|quot));/gi, (whole, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null
      if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : ' '
      return NAMED[String(name).toLowerCase()] ?? whole
    })

const NAMED: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"' }

import { isForward } from '#shared/customer/passes-on.ts'
import { nameOf } from './contact.ts'
import { folded } from './fold.ts'
import { type HeaderBlock, headerBlockAt } from './header-block.ts'
import { htmlText } from './html-text.ts'
import type { Mailbox, ReceivedMail } from './mail.ts'
import { linesOf } from './passage.ts'
import { anyOf, finder } from './words.ts'

/** What the buyer has written: without what they quote, and taken out of what a colleague forwards. */
export interface Letter {
  /** Who wrote it, as far as headers say. */
  readonly from: Mailbox | null
  readonly subject: string
  /** The date as it is written in the forwarded mail; empty for a mail that came itself. */
  readonly writtenDate: string
  readonly forwarded: boolean
  readonly body: readonly string[]
  readonly signature: readonly string[]
  readonly quoted: readonly string[]
  /** What a colleague wrote above the mail they forward. */
  readonly covering: readonly string[]
}

const HTML_MAX = 1024 * 1024
/** A plain part that is shorter may be a notice in place of the letter. */
const STUB_MAX = 300

/** The text of a mail that a person sees: its HTML where that has tables or is all there is. */
export function readableText({ text, html }: ReceivedMail): string {
  if (html === '') return text
  const table = /<t[dh][\s>][\s\S]{0,3000}?<t[dh][\s>]/i.test(html.slice(0, HTML_MAX))
  if (text.trim() === '' || table) return htmlText(html.slice(0, HTML_MAX))
  if (text.length > STUB_MAX) return text
  // `This message needs a reader of HTML`: two parts that say different things, of which the longer one is the letter.
  const read = htmlText(html.slice(0, HTML_MAX))
  return read.length > text.length * 2 + 100 ? read : text
}

export function letterOf(mail: ReceivedMail, isOwn: (address: string) => boolean): Letter {
  const lines = linesOf(readableText(mail))
  const own = mail.from !== null && isOwn(mail.from.address)
  const inner = innermost(lines, own || isForward(mail.subject))
  const letter = inner ? inner.letter : lines
  const { said, quoted } = withoutQuotations(letter)
  const { body, signature } = withoutSignature(said, nameOf(inner ? inner.from : mail.from))
  return {
    from: inner ? inner.from : mail.from,
    subject: inner?.subject || mail.subject,
    writtenDate: inner?.date ?? '',
    forwarded: inner !== null,
    body,
    signature,
    quoted,
    covering: inner ? lines.slice(0, inner.start) : [],
  }
}

/** What was forwarded, and forwarded again: an agent's mail with the buyer's in it is taken apart up to the buyer's. */
function innermost(lines: readonly string[], expected: boolean, depth = 0): Taken | null {
  const inner = forwardedIn(lines, expected)
  if (!inner) return null
  const letter = linesOf(unquoted(lines.slice(inner.end)).join('\n'))
  const further = depth < 4 && isForward(inner.subject) ? innermost(letter, true, depth + 1) : null
  return further ? { ...further, start: inner.start } : { ...inner, letter }
}

interface Taken extends Inner {
  /** Everything below the headers of the mail that was taken out. */
  readonly letter: readonly string[]
}

const FORWARD_LINE = finder(
  'forwarded message|begin forwarded|weitergeleitete nachricht|message transfere|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|wiadomosc przekazana|doorgestuurd bericht|пересылаемое|пересланное|iletilen|转发邮件|转发的邮件|転送メッセージ|전달된 메시지',
)

interface Inner extends HeaderBlock {
  readonly start: number
}

/** The first mail within that is forwarded; those below it are what its writer answered. */
function forwardedIn(lines: readonly string[], expected: boolean): Inner | null {
  for (let at = 0; at < Math.min(lines.length, 200); at++) {
    const small = folded(lines[at] ?? '')
    const said =
      /^[ >]{0,4}[-_=]{2,}|^begin |:$/.test(small) && (FORWARD_LINE.test(small) || (expected && ORIGINAL.test(small)))
    if (!said && !expected) continue
    for (let next = at; next < Math.min(lines.length, at + (said ? 6 : 1)); next++) {
      const block = headerBlockAt(lines, next)
      if (block) return { ...block, start: at }
    }
  }
  return null
}

/** Some programs write a forwarded mail as a quotation of its own. */
const unquoted = (lines: readonly string[]): readonly string[] => {
  const marked = lines.filter((line) => line.startsWith('>')).length
  return marked * 2 > lines.filter((line) => line !== '').length ? lines.map((line) => line.replace(/^> ?/, '')) : lines
}

const WROTE = anyOf(
  'wrote|schrieb|a ecrit|escribio|escreveu|ha scritto|schreef|napisal*|пишет|написал*|yazdi|写道|寫道|のメール|작성|كتب|skrev',
)
/** `On 1 September, somebody wrote:` on one line or broken over two. */
const ATTRIBUTION = new RegExp(`^(?=.{0,400}[\\d@]).{0,400}${WROTE}.{0,40}[:：]? ?$`, 'u')
const ORIGINAL = finder(
  "original message|ursprungliche nachricht|message d'origine|mensaje original|mensagem original|messaggio originale|oryginalna wiadomosc|oorspronkelijk bericht|исходное сообщение|orijinal mesaj|原始邮件|原始郵件|元のメッセージ|원본 메시지|원본 메일|الرسالة الأصلية",
)

function withoutQuotations(lines: readonly string[]): { said: readonly string[]; quoted: readonly string[] } {
  const said: string[] = []
  const quoted: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const small = folded(line)
    const below = at + 1 < lines.length && /^\s{0,3}>/.test(lines.slice(at + 1).find((next) => next !== '') ?? '')
    if (/^\s{0,3}>/.test(line)) quoted.push(line)
    else if (below && /[:：]\s*$/.test(line) && (ATTRIBUTION.test(small) || /@/.test(small))) quoted.push(line)
    else if (
      (/^[ *]{0,4}[-_]{2,}/.test(small) && ORIGINAL.test(small)) ||
      headerBlockAt(lines, at) ||
      (/[:：] ?$/.test(small) && ATTRIBUTION.test(small) && at > 0)
    ) {
      // All below is of the older mail, whether it is marked or not.
      return { said, quoted: [...quoted, ...lines.slice(at)] }
    } else said.push(line)
  }
  return { said, quoted }
}

const CLOSING = new RegExp(
  `^[ ,.!]{0,4}${anyOf(
    'kind regards|best regards|warm regards|regards|many thanks|best wishes|sincerely|yours faithfully|yours sincerely|yours truly|cheers|thanks|thank you|thanks and regards|thanks & regards|thanks in advance|br',
    'mit freundlichen grussen|mit freundlichem gruss|freundliche grusse|viele grusse|beste grusse|mit besten grussen|herzliche grusse|freundliche gruesse|mfg',
    'cordialement|bien cordialement|sincerement|meilleures salutations|salutations distinguees|bien a vous|sinceres salutations|respectueusement',
    'saludos|saludos cordiales|un saludo|atentamente|cordialmente|cordiales saludos|un cordial saludo|atte',
    'atenciosamente|abraco*|cumprimentos|com os melhores cumprimentos|att|grato|grata|obrigado|obrigada',
    'cordiali saluti|distinti saluti|saluti|un cordiale saluto',
    'met vriendelijke groet*|vriendelijke groet*|groet*|hoogachtend|mvg|z powazaniem|pozdrawiam*|serdecznie pozdrawiam|z wyrazami szacunku',
    'с уважением|с наилучшими пожеланиями|saygilarimla|saygilarimizla|iyi calismalar|med vanlig halsning|med venlig hilsen|s pozdravem',
    'よろしくお願い*|宜しくお願い*|何卒よろしく*|何卒宜しく*|以上|敬具|顺祝商祺|顺颂商祺|祝商祺|商祺|此致|敬礼|谢谢|謝謝|祝好|感谢*|감사합니다|감사드립니다|수고하세요',
    'ta|thx|rgds|brgds|b.rgds|yours|best|all the best|warmly|bien a vous|cdt|cdlt|salutations|en attente|quedo atent*|quedamos atent*|sin otro particular|desde ya gracias|un abrazo|slds|abs|com os melhores cumprimentos|cordialmente|fico no aguardo|aguardo retorno|in attesa|ringraziando|resto in attesa|con i migliori saluti|hartelijke groet*|met beste groet*|dank alvast|lieve groet*|pozdr|z gory dziekuje|zyczliwie|всего доброго|с наилучшими|заранее спасибо|заранее благодар*|спасибо|iyi gunler|kolay gelsin|sevgilerle|tesekkur*|בברכה|תודה|בכבוד רב|בתודה|tran trong|than ai|kinh thu|xin cam on|cam on|hormat kami|hormat saya|salam|terima kasih|atas perhatian*|s pozdravom|cu stima|udvozlettel|med vennlig hilsen|ystavallisin terveisin|με εκτιμηση|ขอแสดงความนับถือ|草々|かしこ|よろしくお願い|宜しくお願い|順頌商祺|順祝商祺|敬上|顺颂|此致敬礼|그럼 이만|안녕히 계세요|مع الشكر|شكرا|مع أطيب التحيات',
    'وتفضلوا بقبول*|مع خالص التحية|مع التحية|مع أطيب التحيات|تحياتي|والسلام عليكم',
  )}`,
  'u',
)
const NOTICE = finder(
  'this message is confidential|this message and any|the information contained in|the contents of this e|avis de confidentialite|aviso legal|aviso de confidencialidade|aviso de confidencialidad|le informazioni contenute|dit bericht is|deze e-mail is|niniejsza wiadomosc|данное сообщение|bu e-posta|please consider the environment|sent from my|get outlook for|gesendet von|envoye de mon|enviado desde mi|enviado do meu|inviato da|verstuurd vanaf|wyslano z|отправлено с|iphonedan gonderildi|denk aan het milieu|iphoneから送信|我的iphone|confidentiality notice|disclaimer|this e-mail and any attachments|this email and any|diese e-mail enthalt|vertraulichkeitshinweis|diese nachricht ist vertraulich|ce message et|este mensaje y|esta mensagem',
)

/** `Kind regards from Leeds`, but not `Thanks for this, comments below`: behind a farewell hardly anything is said. */
function isClosing(line: string): boolean {
  const [words] = CLOSING.exec(line) ?? []
  if (words === undefined) return false
  const rest = line.slice(words.length).replace(/[^\p{L}]/gu, '')
  return rest.length <= (THANKS.test(words) ? 16 : 30) && !(THANKS.test(words) && FOR.test(line.slice(words.length)))
}

const THANKS = finder('many thanks|thanks|thank you|grato|grata|obrigado|obrigada|谢谢|謝謝|感谢*|감사합니다')
const FOR = new RegExp(`^ ?${anyOf('for|pelo|pela|por|对|您的')}`, 'u')

/** From the words of farewell on, or from `-- `; what lawyers have programs write below is neither. */
function withoutSignature(
  lines: readonly string[],
  name: string,
): { body: readonly string[]; signature: readonly string[] } {
  const notice = lines.findIndex((line) => NOTICE.test(folded(line).slice(0, 80)))
  const said = notice > 0 ? lines.slice(0, notice) : lines
  const dashes = said.findIndex((line) => /^--\s?$/.test(line))
  let start = dashes >= 0 ? dashes : said.length
  for (let at = said.length - 1; at >= 0 && at >= said.length - 30; at--) {
    const line = said[at] ?? ''
    if (line.length < 70 && at > 0 && isClosing(folded(line)) && !/[:：]/.test(line)) start = Math.min(start, at)
    // A stroke above the last lines parts a signature as well.
    else if (at > 2 && at >= said.length - 14 && /^\s?([-_=~*─━—＿‐])\1{5,}\s*$/.test(line) && said[at + 1]?.trim())
      start = Math.min(start, at)
  }
  if (start === said.length && name.length > 1) start = ownLine(said, name) ?? start
  return { body: said.slice(0, start), signature: said.slice(start) }
}

/** Who says no farewell still puts their name on a line of its own, or before their title. */
function ownLine(lines: readonly string[], name: string): number | null {
  const wanted = folded(name)
  for (let at = lines.length - 1; at > 1 && at >= lines.length - 14; at--) {
    const line = folded(lines[at] ?? '').trim()
    if (line.startsWith(wanted) && line.length < wanted.length + 40) return at
  }
  return null
}

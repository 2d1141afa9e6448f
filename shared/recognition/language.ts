import { folded } from './fold.ts'

/**
 * Words that a mail of some length in a language can hardly do without, and that few others have; folded. Small
 * words and those of business letters.
 */
const COMMON: Readonly<Record<string, string>> = {
  en: 'the and for you your please we are our with of to is in this quote price can have be by would need regards dear kindly on from best as per if not',
  de: 'der die das und wir sie uns ihre ihren bitte mit fur auf von ein eine einen ist sind nicht zum zur im den wie bis auch grussen angebot ihnen werden',
  fr: 'le la les des et nous vous notre votre pour avec une est sont dans de du au aux merci bien sur pas que qui par prix cordialement bonjour ce cette',
  es: 'el la los las y de que en para con por una un nos su sus es del al favor precio saludos gracias estimados cotizar solicitamos nuestro como mas',
  pt: 'o a os as e de que em para com por uma um nos seu sua do da dos das no na nosso voces preco obrigado prezados nao mais cotacao favor ao se estamos',
  it: 'il lo la gli le e di che in per con una un vi ci del della dei delle al alla nostro vostra vostro prezzo cordiali saluti siamo buongiorno non piu entro sono',
  nl: 'de het een en wij u uw ons onze voor met van op is zijn niet aan om te graag prijs groet vriendelijke geachte beste ook naar dat deze offerte per bij wordt',
  pl: 'i w na z do o prosze prosimy oraz nie sie jest dla panstwo po od ze cena dzien dobry pozdrawiam przez za to tej jak oferte naszej szanowni dostawa',
  tr: 've bir bu icin ile rica ederiz urunler fiyat teklif olarak merhaba sayin da de en kadar gunu saygilarimizla istiyoruz lutfen teslim adet veya hedef olan',
  cs: 'a v na s do o prosim prosime ze je pro jsou nebo za po od ktery dekuji dobry den pozdravem cena nabidku jako se by jsme',
  sv: 'och att det i en som for med ar pa av till vi ni kan inte den har om ett er oss vanligen pris halsning tack garna',
  id: 'dan yang untuk dengan kami anda dari ini di ke harga mohon terima kasih akan tidak adalah pada silakan produk penawaran',
  vi: 'va cua cho chung toi cac voi la gia xin vui long duoc trong mot nay bao nhieu tran trong san pham cong ty',
}

const WORDS = Object.entries(COMMON).map(([language, words]) => [language, new Set(words.split(' '))] as const)

/** The language in which most of a text is written (ISO 639-1); null where there is too little of it to say. */
export function languageOfText(text: string): { readonly language: string; readonly certain: boolean } | null {
  const sample = text.slice(0, 20_000)
  const count = (script: RegExp) => sample.match(script)?.length ?? 0
  const latin = count(/[\p{sc=Latn}]/gu)
  const kana = count(/[\p{sc=Hira}\p{sc=Kana}]/gu)
  const han = count(/\p{sc=Han}/gu)
  const hangul = count(/\p{sc=Hang}/gu)
  const arabic = count(/\p{sc=Arab}/gu)
  const cyrillic = count(/\p{sc=Cyrl}/gu)
  // A sign of Chinese says as much as three letters.
  const scripts: readonly (readonly [string, number])[] = [
    ['latin', latin],
    ['ja', kana > 0 && kana * 12 >= han ? (kana + han) * 3 : 0],
    ['zh', kana * 12 < han ? han * 3 : 0],
    ['ko', hangul * 3],
    ['ar', arabic],
    ['ru', cyrillic],
    ['el', count(/\p{sc=Grek}/gu)],
    ['he', count(/\p{sc=Hebr}/gu)],
    ['th', count(/\p{sc=Thai}/gu)],
    ['hi', count(/\p{sc=Deva}/gu)],
  ]
  const ordered = [...scripts].sort((one, other) => other[1] - one[1])
  const [first = ['latin', 0], second = ['latin', 0]] = ordered
  if (first[1] < 4) return null
  if (first[0] === 'latin') return latinLanguage(sample)
  return { language: refined(first[0], sample), certain: first[1] >= 10 && first[1] > second[1] / 2 }
}

function refined(language: string, sample: string): string {
  if (language === 'ru' && /[іїєґ]/i.test(sample)) return 'uk'
  if (language === 'ar' && /[پچژگ]/.test(sample)) return /[ٹڈڑے]/.test(sample) ? 'ur' : 'fa'
  return language
}

function latinLanguage(sample: string): { language: string; certain: boolean } | null {
  const words = folded(sample).split(/[^\p{L}]+/u, 4_000)
  const scores = WORDS.map(([language, known]) => ({ language, score: words.filter((word) => known.has(word)).length }))
  const [first, second] = scores.sort((one, other) => other.score - one.score)
  if (!first || first.score < 2) return null
  return { language: first.language, certain: first.score >= 5 && first.score > (second?.score ?? 0) * 1.2 }
}

/** Traditional signs, of the most frequent that differ. */
export const isTraditional = (text: string): boolean =>
  (text.match(/[們請價數產這個說時後會對於與過還樣貴報單訂貨運銷買賣開關聯繫謝]/g)?.length ?? 0) >
  (text.match(/[们请价数产这个说时后会对于与过还样贵报单订货运销买卖开关联系谢]/g)?.length ?? 0)

import { folded } from './fold.ts'
import { anyOf, NOT_BEHIND } from './words.ts'

/** What goods are counted and measured in by buyers of many tongues, by the codes of UN/ECE Recommendation 20. */
const UNITS: Readonly<Record<string, string>> = {
  H87:
    'pcs|pc|pce|pces|piece|pieces|nos|no.s|units|unit|stuck|stucke|stk|st.|stck|piece*|pzs|pzas|pza|pz|piezas|pieza|' +
    'unidades|unidade|unidad|uds|unds|pcas|pecas|peca|pezzi|pezzo|unita|stuks|stuk|szt|sztuk|sztuki|шт|штук|штуки|ед|' +
    'adet|tane|ks|kusu|styck|個|个|個|只|支|把|台|件|脚|本|枚|顶|頂|张|張|條|条|隻|盏|盞|개|대|점|قطعة|قطع|حبة|حبه|وحدة|buah|chiec|cai',
  SET: 'sets|set|satze|satz|jeux|juegos|juego|conjuntos|conjunto|komplet|komplety|kompletow|комплект*|takim|套|組|组|セット|세트|طقم|أطقم',
  PR: 'pairs|pair|prs|paar|paires|pares|paia|paio|par.|pary|пар|пары|cift|双|雙|对|對|対|켤레|زوج',
  DZN: 'dozens|dozen|doz|dz|dutzend|douzaines|docenas|duzias|dozzine|tuzin*|дюжин*|duzine|打',
  CT: 'cartons|carton|ctns|ctn|kartons|karton|cajas|caixas|cartoni|kartonow|kartony|короб*|箱|ケース|박스|كرتون|كراتين',
  PK: 'packs|pack|pkts|packungen|pakete|paquets|paquetes|pacotes|confezioni|opakowan*|упаков*|paket|包|팩',
  RO: 'rolls|roll|rollen|rouleaux|rollos|rolos|rotoli|rolek|рулон*|rulo|卷|롤',
  KGM: 'kg|kgs|kilos|kilo|кг|公斤|千克|キロ|킬로|كجم|كيلو',
  TNE: 'tons|ton|tonnes|tonne|mt|tonnen|toneladas|tonellate|тонн*|吨|トン|톤|طن',
  MTR: 'meters|metres|mtrs|mtr|metros|metri|метр*|米|メートル|متر',
  MTK: 'm2|m²|sqm|平方米',
  MTQ: 'm3|m³|cbm|立方米',
  LTR: 'litres|liters|litros|litri|литр*',
}

const BY_WORD: ReadonlyMap<string, string> = new Map(
  Object.entries(UNITS).flatMap(([code, words]) => words.split('|').map((word) => [key(word), code] as const)),
)

function key(word: string): string {
  return folded(word).replace(/[*.]/g, '')
}

/** A unit in any of its words, with the full stop that may end it. */
export const UNIT = `(?:${anyOf(...Object.values(UNITS)).replaceAll(NOT_BEHIND, '(?<![a-zß-ÿ\\u0100-\\u024f\\u0400-\\u052f])')}\\.?)`

/** What is measured may be a part of one; what is counted is whole, so `1.200` of it are 1200. */
const MEASURED: ReadonlySet<string> = new Set(['KGM', 'TNE', 'MTR', 'MTK', 'MTQ', 'LTR'])

export const isMeasured = (code: string): boolean => MEASURED.has(code)

/** The code of a word in a folded text; null for what is no unit. */
export function unitCode(word: string): string | null {
  const plain = key(word.trim())
  const known = BY_WORD.get(plain)
  if (known) return known
  for (const [stem, code] of STEMS) if (plain.startsWith(stem)) return code
  return null
}

const STEMS = Object.entries(UNITS).flatMap(([code, words]) =>
  words
    .split('|')
    .filter((word) => word.endsWith('*'))
    .map((word) => [key(word), code] as const),
)

import { type Text, text } from '#shared/i18n/language.ts'

/** Units of measure by their UN/ECE Recommendation 20 and 21 codes, as far as a trading firm sells by them. */
const UNITS = {
  H87: text('piece', '个'),
  C62: text('unit', '件'),
  SET: text('set', '套'),
  PR: text('pair', '双'),
  DZN: text('dozen', '打'),
  DPR: text('dozen pairs', '打双'),
  GRO: text('gross', '罗'),
  MIL: text('thousand', '千个'),
  KT: text('kit', '组'),
  PK: text('pack', '包'),
  CT: text('carton', '箱'),
  BX: text('box', '盒'),
  BG: text('bag', '袋'),
  RO: text('roll', '卷'),
  ST: text('sheet', '张'),
  KGM: text('kilogram', '千克'),
  GRM: text('gram', '克'),
  TNE: text('tonne', '吨'),
  LBR: text('pound', '磅'),
  MTR: text('metre', '米'),
  CMT: text('centimetre', '厘米'),
  YRD: text('yard', '码'),
  FOT: text('foot', '英尺'),
  MTK: text('square metre', '平方米'),
  FTK: text('square foot', '平方英尺'),
  MTQ: text('cubic metre', '立方米'),
  LTR: text('litre', '升'),
  MLT: text('millilitre', '毫升'),
  GLL: text('US gallon', '美制加仑'),
  HUR: text('hour', '小时'),
} as const satisfies Readonly<Record<string, Text>>

type Unit = keyof typeof UNITS

/** What else people call them, as they are written in offers; the first is how we write them. */
const WORDS: Readonly<Record<Unit, string>> = {
  H87: 'pcs pc piece pieces ea each nos 只 支 把 顶 台',
  C62: 'units unit',
  SET: 'sets set',
  PR: 'pairs pair prs',
  DZN: 'dozen dozens doz dz',
  DPR: 'dozen-pairs',
  GRO: 'gross',
  MIL: 'thousand mille kpcs',
  KT: 'kits kit',
  PK: 'packs pack pkt packet',
  CT: 'ctns ctn carton cartons',
  BX: 'boxes box',
  BG: 'bags bag',
  RO: 'rolls roll',
  ST: 'sheets sheet',
  KGM: 'kg kgs kilo kilos kilogram kilograms 公斤',
  GRM: 'g gr gram grams',
  TNE: 't mt ton tons tonne tonnes 公吨',
  LBR: 'lb lbs pound pounds',
  MTR: 'm meter meters metre metres',
  CMT: 'cm',
  YRD: 'yd yds yard yards',
  FOT: 'ft foot feet',
  MTK: 'm2 m² sqm 平米',
  FTK: 'ft2 ft² sqft',
  MTQ: 'm3 m³ cbm 立方',
  LTR: 'l liter liters litre litres 公升',
  MLT: 'ml',
  GLL: 'gal gallon gallons',
  HUR: 'h hr hrs hour hours',
}

const BY_WORD: ReadonlyMap<string, string> = new Map(
  (Object.keys(UNITS) as Unit[]).flatMap((code) =>
    [code, ...WORDS[code].split(' '), UNITS[code]['zh-CN']].map((word) => [word.toLowerCase(), code] as const),
  ),
)

/** What is measured and not counted may be half a unit. */
const MEASURED: ReadonlySet<string> = new Set(
  'MIL KGM GRM TNE LBR MTR CMT YRD FOT MTK FTK MTQ LTR MLT GLL HUR'.split(' '),
)

export const isCounted = (code: string): boolean => !MEASURED.has(code)

export const isUnit = (code: string): boolean => Object.hasOwn(UNITS, code)

/** What a unit is called; null for a code that is none of them. */
export const unitName = (code: string): Text | null => (isUnit(code) ? UNITS[code as keyof typeof UNITS] : null)
/** The code of a unit by its code or by what people call it: `pcs`, `套`; null for a word that nobody uses for one. */
export const unitNamed = (word: string): string | null =>
  BY_WORD.get(word.normalize('NFC').toLowerCase().replace(/\.$/, '')) ?? null

/** A unit as people write it behind a number: `pcs`; a code that is no unit stays what it is. */
export const unitWord = (code: string): string => (isUnit(code) ? (WORDS[code as Unit].split(' ', 1)[0] ?? code) : code)

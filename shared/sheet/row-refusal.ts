import { type Language, type Text, text } from '#shared/i18n/language.ts'
import type { RowResult } from './api.ts'

/** Why a row was not looked at, by code. The codes are stable; the sentences are for people. */
const SENTENCES = {
  twice: text('This row is in the sheet twice: keep one of them.', '表格中此行重复，请只保留一行。'),
  new_row: text('A new row: new records cannot be made in a sheet yet.', '这是新行：暂不支持在表格中新建记录。'),
  version_missing: text(
    'It cannot be told when this row was pulled: pull anew.',
    '无法确定此行的拉取版本，请重新拉取。',
  ),
  version_ahead: text('This row claims to be newer than the record: pull anew.', '此行的版本比记录还新，请重新拉取。'),
  gone: text('There is no such record for you any more.', '该记录已不存在或您无权查看。'),
  busy: text('Others are changing this very row: push once more.', '他人正在修改此行，请再推送一次。'),
} as const satisfies Record<string, Text>

export type RowRefusal = keyof typeof SENTENCES

interface PushedRow {
  readonly key: string
  readonly id?: string | undefined
  readonly version?: number | undefined
}

/** The answer for such a row; `gone` for what is not there, not theirs to see, or another firm's, all alike. */
export function refusedRow({ key, id }: PushedRow, code: RowRefusal, language: Language): RowResult {
  return {
    key,
    id: id ?? null,
    outcome: code === 'gone' ? 'gone' : 'rejected',
    version: null,
    cells: {},
    code,
    message: SENTENCES[code][language],
  }
}

/** What is wrong with rows whatever is stored: two that are one, one that is new, one of no known version. */
export function rowRefusals(rows: readonly PushedRow[]): (row: PushedRow) => RowRefusal | null {
  const [keys, ids] = [twice(rows.map(({ key }) => key)), twice(rows.map(({ id }) => id ?? ''))]
  return ({ key, id, version }) => {
    if (keys.has(key) || (id && ids.has(id))) return 'twice'
    if (!id) return 'new_row'
    return version !== undefined && Number.isSafeInteger(version) && version >= 1 ? null : 'version_missing'
  }
}

function twice(list: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  return new Set(list.filter((one) => seen.has(one) || !seen.add(one)))
}

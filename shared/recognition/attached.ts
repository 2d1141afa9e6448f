import type { AttachedList } from './attached-list.ts'
import { csvList } from './csv-rows.ts'
import { workbookList } from './workbook-rows.ts'

interface AttachedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Larger files, and more of them, are named and not read. */
const FILES_MAX = 3
const FILE_MAX = 2 * 1024 * 1024

const CSV = /\.(?:csv|tsv)$/i
const WORKBOOK = /\.xls[xm]$/i

/** The sheets among the files of a mail. It never throws: what cannot be read has no rows. */
export const listsIn = (files: readonly AttachedFile[], language: string | null): AttachedList[] =>
  files
    .filter(({ name, bytes }) => (CSV.test(name) || WORKBOOK.test(name)) && bytes.length <= FILE_MAX)
    .slice(0, FILES_MAX)
    .map(({ name, bytes }) => (CSV.test(name) ? csvList(name, bytes, language) : workbookList(name, bytes)))

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Values } from '#shared/record/change.ts'
import { ownKey } from '#shared/record/custom.ts'
import type { FieldClass, Fields } from '#shared/record/field.ts'
import { type AnyRecord, whoseFields, writableFields } from '#shared/record/record-type.ts'
import { type Deal, TYPES } from '#shared/trade/index.ts'
import type { WayType } from '#shared/workflow/standard/index.ts'
import type { DealFile } from './deal-file.ts'
import { dealState } from './deal-state.ts'

/**
 * What is approved: a record as people have filled it in, with the firm's own fields, and the lines that it stands for; of a
 * deal also what its road has asked. Its hash tells whether it is still the same.
 */
export interface Snapshot {
  readonly record: Values
  readonly lines: readonly Values[]
  /** The values of the road's own fields. Absent for what is no deal. */
  readonly data?: Values
}

export function snapshotOf({ parts }: DealFile, type: 'deal' | WayType, record: AnyRecord): Snapshot {
  const quotation = type === 'quotation' ? record.id : type === 'contract' ? record.quotation_id : null
  const lines = parts.quotation_line.filter((line) => line.quotation_id === quotation).sort((a, b) => a.seq - b.seq)
  return {
    record: filledIn(type, record),
    lines: lines.map((line) => filledIn('quotation_line', line as unknown as AnyRecord)),
    ...(type === 'deal' ? { data: inOrder(dealState(record as unknown as Deal).data) } : {}),
  }
}

/** As it is kept for whoever may see what a thing costs: own fields that fewer people see are in the hash alone. */
export function keptOf(snapshot: Snapshot, fields: Fields): Snapshot {
  const custom = Object.entries(snapshot.record.custom as Values).filter(
    ([bare]) => !UNTOLD.includes(fields[ownKey(bare)]?.access),
  )
  return { ...snapshot, record: { ...snapshot.record, custom: Object.fromEntries(custom) } }
}

const UNTOLD: readonly (FieldClass | undefined)[] = ['profit', 'bank', 'supplier']

/** SHA-256 in hex. The keys stand in one order, whoever made the record. */
export const hashOf = (snapshot: Snapshot): string => bytesToHex(sha256(utf8ToBytes(JSON.stringify(snapshot))))

/**
 * Texts of several lines are not among what a deal keeps at hand: those of a record cannot change while it is frozen. The
 * number of a record that begins in the same write is not known yet, and never changes. Whose it is is no part of it either: it
 * is handed on while it is frozen, and has to be decided all the same.
 */
function filledIn(type: keyof typeof TYPES, record: AnyRecord): Values {
  const whose = whoseFields(TYPES[type])
  const kept = writableFields(TYPES[type]).filter(
    ([key, field]) =>
      !whose.includes(key) && field.kind !== 'data' && !(field.kind === 'text' && (field.lines || field.numbered)),
  )
  return {
    ...Object.fromEntries(kept.map(([key]) => [key, record[key] ?? null])),
    custom: inOrder(record.custom ?? {}),
  }
}

/** Values of own fields stand in the order in which they were first filled in. */
const inOrder = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1)))

import type { Language, Text } from '#shared/i18n/language.ts'
import type { Fields } from '#shared/record/field.ts'
import { document as documentType } from '#shared/trade/document.ts'
import { type Quotation, TYPES } from '#shared/trade/index.ts'
import type { DealFile, DealParts } from './deal-file.ts'
import { dealState } from './deal-state.ts'
import type { PartName } from './parts.ts'

const ANSWERED: readonly Quotation['status'][] = ['negotiating', 'accepted', 'rejected']
const VOID = ['void', 'superseded', 'discrepant']

/** Papers that are known by their number or file on the record they are of. */
const SAID: Readonly<Record<string, (parts: DealParts) => boolean>> = {
  // What the buyer has answered they have, whoever made the file.
  quotation_pdf: ({ quotation }) =>
    quotation.some(({ file_id, status }) => file_id !== null || ANSWERED.includes(status)),
  // What was signed is the final version.
  contract_final: ({ contract }) =>
    contract.some(({ file_id, signed_file }) => file_id !== null || signed_file !== null),
  contract_signed: ({ contract }) => contract.some(({ signed_file }) => signed_file !== null),
  tracking_no: ({ sample }) => sample.some(({ tracking_no }) => tracking_no !== null),
  bill_of_lading: ({ shipment }) => shipment.some(({ bl_no }) => bl_no !== null),
  export_declaration: ({ shipment }) => shipment.some(({ declaration_no }) => declaration_no !== null),
}

/** On records of which type a paper is known; `document` for one that is filed. */
export const paperOn = (key: string): PartName => (Object.hasOwn(SAID_ON, key) ? SAID_ON[key] : null) ?? 'document'

const SAID_ON: Readonly<Record<string, PartName>> = {
  quotation_pdf: 'quotation',
  contract_final: 'contract',
  contract_signed: 'contract',
  tracking_no: 'sample',
  bill_of_lading: 'shipment',
  export_declaration: 'shipment',
}

/** Whether a kind of paper is there only when it is filed. */
export const isFiled = (key: string): boolean => !Object.hasOwn(SAID, key)

/** Kinds of papers that are there: filed as documents, or known by the record they are of. */
export function documentsPresent({ parts }: DealFile): string[] {
  const filed = parts.document.filter(({ status }) => !VOID.includes(status)).map(({ type }) => String(type))
  const said = Object.keys(SAID).filter((key) => SAID[key]?.(parts))
  return [...new Set([...filed, ...said])]
}

const OF_SAMPLES = ['sample_photo', 'tracking_no']

/** Papers that nobody asks for any more, whatever a stage requires: those of samples, when all of them were cancelled. */
export const notAskedFor = ({ parts: { sample } }: DealFile): readonly string[] =>
  sample.length > 0 && sample.every(({ status }) => status === 'cancelled') ? OF_SAMPLES : []

/** The papers that the stages at which a deal stands ask for, each once. */
export function wantedDocuments(file: DealFile): string[] {
  const { tokens } = dealState(file.deal)
  const required = tokens.flatMap(({ node }) => file.road?.nodes.get(node)?.spec.required_documents ?? [])
  return [...new Set(required)].filter((key) => !notAskedFor(file).includes(key))
}

/** Those of them that are not there yet. */
export function missingDocuments(file: DealFile): string[] {
  const present = documentsPresent(file)
  return wantedDocuments(file).filter((key) => !present.includes(key))
}

/** A kind of paper in words: by its type, or by the field that it is known by. One that only a firm's own definition knows goes by its key. */
export function documentName(key: string, language: Language): string {
  const choices: Readonly<Record<string, Text>> = documentType.fields.type.choices
  const on = Object.hasOwn(SAID_ON, key) ? SAID_ON[key] : undefined
  const fields: Fields = on ? TYPES[on].fields : {}
  const named = Object.hasOwn(choices, key) ? choices[key] : fields[key]?.label
  return named?.[language] ?? key
}

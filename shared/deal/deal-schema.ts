import type { FactField, FactRecord, FactSchema } from '#shared/expression/schema.ts'
import { text } from '#shared/i18n/language.ts'
import type { FirmFields } from '#shared/record/firm-fields.ts'
import { TYPES } from '#shared/trade/index.ts'
import { CALLED, DERIVED, FILED, OF_DEAL } from './derived.ts'
import { aliasesOf, factFields } from './fact-of.ts'
import { PART_NAMES, PARTS, type PartName } from './parts.ts'

/**
 * Every name that an expression about a deal may use: its records, their fields with those that a firm has added, and what
 * is worked out of them. The fields of the deal itself go without a record's name as well.
 */
export function dealSchema(fields: FirmFields): FactSchema {
  const known = SCHEMAS.get(fields)
  if (known) return known
  const parts = PART_NAMES.map((part): [string, FactRecord] => [PARTS[part].as, partRecord(part, fields)])
  const deal = factFields(fields.deal)
  const schema: FactSchema = {
    records: {
      ...Object.fromEntries(parts),
      deal: { fields: deal, many: false, label: TYPES.deal.label, aliases: aliasesOf(fields.deal) },
      customer: {
        fields: factFields(fields.customer),
        many: false,
        label: TYPES.customer.label,
        aliases: aliasesOf(fields.customer),
      },
      documents: { fields: FILED, many: false, label: text('Documents', '单证') },
    },
    fields: { ...bare(deal), ...OF_DEAL },
  }
  SCHEMAS.set(fields, schema)
  return schema
}

const SCHEMAS = new WeakMap<FirmFields, FactSchema>()

function partRecord(part: PartName, fields: FirmFields): FactRecord {
  const own = fields[part]
  return {
    fields: { ...factFields(own), ...DERIVED[part] },
    many: true,
    label: TYPES[part].label,
    aliases: { ...aliasesOf(own), ...CALLED[part] },
    ...(part === 'quotation' ? { children: { version: 'quotation' } } : {}),
  }
}

/** A firm's own field `custom.laser_logo` goes by `laser_logo`, unless that means something else already. */
function bare(fields: Readonly<Record<string, FactField>>): Readonly<Record<string, FactField>> {
  const own = Object.entries(fields).map(([key, field]) => [key.replace(/^custom\./, ''), field] as const)
  return { ...Object.fromEntries(own), ...fields }
}

/** Names for an expression about one record of a deal: its own fields go without a name. */
export function partSchema(part: PartName, fields: FirmFields): FactSchema {
  const { records, fields: ofDeal } = dealSchema(fields)
  return { records, fields: { ...ofDeal, ...bare(records[PARTS[part].as]?.fields ?? {}) } }
}

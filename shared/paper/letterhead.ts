import { z } from 'zod'
import type { BankAccount, Seller } from './paper.ts'

const line = z.string().trim().min(1).max(200)
const address = z.string().trim().min(1).max(500)

const Bank = z.strictObject({
  beneficiary: line,
  bank: line,
  account: z.string().trim().min(1).max(60),
  swift: z
    .string()
    .regex(/^[A-Z]{6}[A-Z\d]{2}([A-Z\d]{3})?$/)
    .nullable()
    .default(null),
  address: address.nullable().default(null),
}) satisfies z.ZodType<BankAccount>

/**
 * How a firm's papers look and what of the firm stands on them: data, kept as a template with versions. The layout is
 * ours; its colour, picture and texts are the firm's.
 */
export const LetterheadSchema = z.strictObject({
  /** Whatever is absent is as the firm's record has it. */
  seller: z
    .strictObject({
      name: line.optional(),
      nameEn: line.nullable().optional(),
      address: address.nullable().optional(),
      phone: line.nullable().optional(),
      email: line.nullable().optional(),
      website: line.nullable().optional(),
      banks: z.array(Bank).max(6).optional(),
    })
    .default({}),
  /** Of title, rules and the head of the table. */
  colour: z
    .string()
    .regex(/^#[\da-f]{6}$/i)
    .default('#1f4e79'),
  /** PNG or JPEG in base64. */
  logo: z
    .string()
    .max(700_000)
    .regex(/^(?:iVBORw0KGgo|\/9j\/)[A-Za-z\d+/]*={0,2}$/)
    .nullable()
    .default(null),
  /** Below everything, on every page. */
  footer: line.nullable().default(null),
})

export type Letterhead = z.output<typeof LetterheadSchema>

export const PLAIN_LETTERHEAD: Letterhead = LetterheadSchema.parse({})

/** What stands on papers of the firm: what its record knows, under what its letterhead says. */
export function sellerOf(
  firm: { readonly name: string; readonly name_en?: string | null },
  { seller }: Letterhead,
): Seller {
  const nothing = { address: null, phone: null, email: null, website: null, banks: [] }
  const said = Object.fromEntries(Object.entries(seller).filter(([, value]) => value !== undefined))
  return { ...nothing, name: firm.name, nameEn: firm.name_en ?? null, ...said }
}

import type { DealFile } from '#shared/deal/deal-file.ts'
import type { EffectView } from '#shared/deal/effects/effect.ts'
import { PART_NAMES, type PartName } from '#shared/deal/parts.ts'
import { settled } from '#shared/deal/settled.ts'
import { freshFile, started } from '#shared/deal/started.ts'
import { takeStep } from '#shared/deal/take-step.ts'
import { withChanges } from '#shared/deal/with-changes.ts'
import { type Change, changedId } from '#shared/record/change.ts'
import { STANDARD_FIELDS } from '#shared/record/firm-fields.ts'
import type { AnyRecord, RecordType } from '#shared/record/record-type.ts'
import { dateOfDay } from '#shared/time/civil-date.ts'
import { type Customer, type PaymentTerm, TYPES, type TypeName } from '#shared/trade/index.ts'
import type { WayType } from '#shared/workflow/standard/index.ts'
import { FIRM_TIMEZONE, type Firm } from '../firm.ts'
import { record } from '../record.ts'
import type { House, StaffKey } from '../staff.ts'

/** Who does something in a story, and when: days ago, and the minute of the day on the firm's clock. */
export interface When {
  readonly ago: number
  readonly minute?: number
  readonly by: StaffKey
}

/**
 * A deal of the demo, told step by step and carried out by the same rules as in the firm: where it stands, and what every step
 * has done to its records, follows.
 */
export class Story {
  readonly #firm: Firm
  readonly #house: House
  readonly #key: string
  readonly #numbers: (type: TypeName) => string
  readonly #made = new Map<string, { readonly at: number; readonly by: string }>()
  #file: DealFile
  #count = 0

  constructor(
    told: {
      readonly firm: Firm
      readonly house: House
      readonly key: string
      readonly customer: Customer | null
      readonly terms: readonly PaymentTerm[]
      /** The next number of a type's series. */
      readonly numbers: (type: TypeName) => string
    },
    values: Readonly<Record<string, unknown>>,
    when: When,
  ) {
    this.#firm = told.firm
    this.#house = told.house
    this.#key = told.key
    this.#numbers = told.numbers
    const view = this.#view(when)
    const id = view.newId()
    const begun = started(
      { id, values: { ...values, doc_no: told.numbers('deal') }, changes: [], customer: told.customer, road: null },
      view,
    )
    if ('problems' in begun) throw new Error(begun.problems[0]?.message)
    const empty = freshFile({ id, values }, told.customer, null, view)
    this.#file = { ...withChanges({ ...empty, terms: told.terms }, begun.changes), terms: told.terms }
    this.#made.set(id, { at: view.now, by: view.actorId ?? '' })
  }

  get dealId(): string {
    return this.#file.deal.id
  }

  /** Makes a record of the deal; answers with its id. */
  create(type: PartName, values: Readonly<Record<string, unknown>>, when: When): string {
    const id = this.#view(when).newId()
    const deal = Object.hasOwn(TYPES[type].fields, 'deal_id') ? { deal_id: this.dealId } : {}
    this.#apply([{ kind: 'create', type, id, values: { ...this.#numbered(type), ...deal, ...values } }], when)
    return id
  }

  /** A row that is there already becomes one of the deal. */
  adopt(type: PartName, row: AnyRecord, when: When): void {
    this.#made.set(row.id, { at: row.created_at, by: row.created_by })
    this.#apply([{ kind: 'create', type, id: row.id, values: row }], when)
  }

  /** What was asked for is approved. */
  approve(when: When): void {
    const [approval] = this.#file.parts.approval
    const contract = this.#find('contract', approval?.subject_id ?? '')
    const decided = { status: 'approved', decided_at: this.#view(when).now }
    this.#apply(
      [
        { kind: 'update', type: 'approval', before: approval as unknown as AnyRecord, values: decided },
        { kind: 'update', type: 'contract', before: contract, values: { status: 'approved' } },
      ],
      when,
    )
  }

  /** The number of a record, for another version of it. */
  numberOf(type: PartName, id: string): { readonly doc_no: unknown } {
    return { doc_no: this.#find(type, id).doc_no }
  }

  take(type: WayType, id: string, way: string, when: When, input: Readonly<Record<string, unknown>> = {}): void {
    const view = this.#view(when)
    const by = { id: view.actorId ?? '', roles: [], is: ['owner', 'manager'] as const }
    const taken = takeStep({ file: this.#seenBy(when), type, record: this.#find(type, id), way, input, by, view })
    if ('problems' in taken) throw new Error(`${this.#key} ${way}: ${taken.problems[0]?.message}`)
    this.#apply(taken.changes, when)
  }

  /** Every row of the deal as it is now. */
  rows(): { readonly type: TypeName; readonly row: AnyRecord }[] {
    const parts = PART_NAMES.flatMap((type) =>
      (this.#file.parts[type] as readonly AnyRecord[]).map((row) => ({ type, row: this.#whole(type, row) })),
    )
    return [{ type: 'deal', row: this.#whole('deal', this.#file.deal) }, ...parts]
  }

  #whole(type: TypeName, row: AnyRecord): AnyRecord {
    const made = this.#made.get(row.id) ?? { at: this.#firm.now, by: this.#house.personId('fang.yuan') }
    const whole = record(type, { id: row.id, ...made }, row as never) as unknown as AnyRecord
    return { ...whole, version: row.version }
  }

  #apply(changes: readonly Change[], when: When): void {
    const view = this.#view(when)
    const all = settled(this.#file, changes, view)
    if ('problems' in all) throw new Error(`${this.#key}: ${all.problems[0]?.message}`)
    for (const change of all.changes) {
      if (change.kind === 'create' && !this.#made.has(change.id)) {
        this.#made.set(changedId(change), { at: view.now, by: view.actorId ?? '' })
      }
    }
    this.#file = withChanges(
      this.#file,
      all.changes.map((change) => this.#withNumber(change)),
    )
  }

  /** The deal as whoever acts has it: with their superiors. */
  #seenBy({ by }: When): DealFile {
    const { user, tenant } = this.#house
    const above: string[] = []
    const managerOf = (id: string) => user.find((one) => one.id === id)?.manager_id ?? null
    for (let id = managerOf(this.#house.personId(by)); id !== null; id = managerOf(id)) above.push(id)
    return { ...this.#file, above, fallbackId: tenant[0]?.fallback_user_id ?? null }
  }

  #withNumber(change: Change): Change {
    return change.kind === 'create'
      ? { ...change, values: { ...this.#numbered(change.type), ...change.values } }
      : change
  }

  #numbered(type: TypeName): Readonly<Record<string, unknown>> {
    const fields: RecordType['fields'] = TYPES[type].fields
    const field = fields.doc_no
    return field?.kind === 'text' && field.numbered ? { doc_no: this.#numbers(type) } : {}
  }

  #find(type: PartName, id: string): AnyRecord {
    const found = (this.#file.parts[type] as readonly AnyRecord[]).find((one) => one.id === id)
    if (!found) throw new Error(`${this.#key}: no ${type}`)
    return found
  }

  #view({ ago, minute = 600, by }: When): EffectView {
    const firm = this.#firm
    const at = firm.at(firm.day - ago, minute)
    return {
      fields: STANDARD_FIELDS,
      currency: 'CNY',
      today: dateOfDay(firm.day - ago),
      now: at,
      timezone: FIRM_TIMEZONE,
      language: 'en',
      actorId: this.#house.personId(by),
      newId: () => firm.id('deal', `${this.#key}/${this.#count++}`, at),
    }
  }
}

import type { FieldClass } from '#shared/record/field.ts'
import type { Role } from '#shared/trade/user.ts'
import type { Post } from './grant.ts'
import { business, edits, hands, moves, road, rules, shipmentWhole, view } from './grants-of.ts'

/**
 * The posts of a foreign-trade firm and what each may see and do (domain 9.1). Two walls run through it: sales
 * do not see suppliers and purchase prices, purchasing and production do not see who the customer is.
 */

/**
 * The firm's own frame: who works here, in which teams, which fields the firm has added, what it sells, and by which
 * rules it works. Tasks are everybody's own.
 */
const HOUSE = {
  tenant: view('all'),
  team: view('all'),
  user: { view: 'all', execute: 'subtree' },
  own_field: view('all'),
  ...rules(view('all')),
  milestone_source: view('all'),
  task: moves('own'),
} as const

/** By which rules the house works, for those who make them; and who is away, has left or takes over. */
const RULES = { ...rules(edits('all')), user: { view: 'all', execute: 'all', assign: 'all' } } as const

/** What the firm says of itself as a whole. */
const FIRM = { tenant: { view: 'all', edit: 'all' } } as const

const SALES: readonly FieldClass[] = ['personal', 'sales']
const EVERYTHING: readonly FieldClass[] = ['personal', 'sales', 'cost', 'profit', 'bank', 'supplier']

const salesRep: Post = {
  grants: {
    ...HOUSE,
    customer: { view: 'involved', create: 'own', edit: 'own', share: 'own' },
    contact: { view: 'involved', create: 'own', edit: 'own' },
    interaction: { view: 'involved', create: 'involved', edit: 'own' },
    inquiry: { view: 'team', create: 'own', edit: 'own', execute: 'own', claim: 'team' },
    access_request: { view: 'own', create: 'all', edit: 'own' },
    mail_thread: view('involved'),
    order: { ...edits('own'), execute: 'own' },
    order_line: edits('own'),
    installment: view('own'),
    // Who may claim an inquiry sees the deal that began with it.
    deal: { ...moves('own'), view: 'team' },
    quotation: moves('own'),
    quotation_line: edits('own'),
    sample: moves('own'),
    contract: moves('own'),
    approval: { view: 'own', execute: 'own' },
    production_order: view('own'),
    ...shipmentWhole(view('own')),
    document: moves('own'),
    receipt: { view: 'own', claim: 'own' },
    allocation: view('own'),
    after_sales_case: moves('own'),
    survey: moves('own'),
  },
  sees: SALES,
}

const salesManager: Post = {
  grants: {
    ...HOUSE,
    customer: { ...edits('subtree'), assign: 'subtree', share: 'subtree' },
    contact: edits('subtree'),
    interaction: edits('subtree'),
    inquiry: { ...edits('all'), execute: 'all', claim: 'all', assign: 'all' },
    access_request: { view: 'subtree', create: 'all', edit: 'subtree' },
    mail_thread: view('subtree'),
    order: { ...edits('subtree'), execute: 'subtree', assign: 'subtree' },
    order_line: edits('subtree'),
    installment: view('subtree'),
    lead_pool: edits('all'),
    assignment_rule: edits('all'),
    user: { view: 'all', execute: 'subtree', assign: 'subtree' },
    deal: hands('subtree'),
    quotation: hands('subtree'),
    quotation_line: edits('subtree'),
    sample: hands('subtree'),
    contract: hands('subtree'),
    approval: { view: 'subtree', execute: 'subtree' },
    task: hands('subtree'),
    production_order: view('subtree'),
    ...shipmentWhole(view('subtree')),
    document: moves('subtree'),
    receipt: { view: 'subtree', claim: 'subtree' },
    allocation: view('subtree'),
    after_sales_case: hands('subtree'),
    survey: hands('subtree'),
  },
  sees: [...SALES, 'cost', 'profit'],
}

const merchandiser: Post = {
  grants: {
    ...HOUSE,
    customer: view('involved'),
    contact: view('involved'),
    interaction: { view: 'involved', create: 'involved' },
    order: { view: 'own', execute: 'own' },
    order_line: { view: 'own', execute: 'own' },
    deal: { view: 'own', execute: 'own' },
    quotation: view('own'),
    quotation_line: view('own'),
    sample: moves('own'),
    contract: view('own'),
    approval: view('own'),
    production_order: moves('own'),
    ...shipmentWhole(view('own')),
    document: moves('own'),
    after_sales_case: view('own'),
    survey: view('own'),
  },
  sees: [...SALES, 'cost'],
}

const purchaser: Post = {
  grants: {
    ...HOUSE,
    order: view('all'),
    order_line: view('all'),
    product: edits('all'),
    certificate: edits('all'),
    sample: { view: 'all', execute: 'all' },
    production_order: { view: 'all', execute: 'all' },
  },
  sees: ['cost', 'supplier'],
}

const production: Post = {
  grants: {
    ...HOUSE,
    certificate: edits('all'),
    order: { view: 'all', execute: 'all' },
    order_line: { view: 'all', execute: 'all' },
    sample: { view: 'all', execute: 'all' },
    production_order: moves('all'),
  },
  sees: [],
}

const shipping: Post = {
  grants: {
    ...HOUSE,
    certificate: edits('all'),
    customer: view('all'),
    contact: view('all'),
    order: { view: 'all', execute: 'all' },
    order_line: { view: 'all', execute: 'all' },
    deal: { view: 'all', execute: 'all' },
    quotation: view('all'),
    quotation_line: view('all'),
    contract: view('all'),
    sample: { view: 'all', execute: 'all' },
    production_order: view('all'),
    shipment: hands('all'),
    shipment_line: edits('all'),
    container: edits('all'),
    milestone: edits('all'),
    document: moves('all'),
    after_sales_case: view('all'),
  },
  sees: SALES,
}

const finance: Post = {
  grants: {
    ...HOUSE,
    ...business(view('all')),
    ...road(view('all')),
    installment: edits('all'),
    task: { ...moves('own'), view: 'all' },
    payment_term: edits('all'),
    deal: { view: 'all', execute: 'all' },
    approval: { view: 'all', execute: 'all' },
    shipment: { view: 'all', execute: 'all' },
    receipt: { ...hands('all'), claim: 'all' },
    allocation: { view: 'all', create: 'all' },
  },
  sees: EVERYTHING,
}

const legal: Post = {
  grants: {
    ...HOUSE,
    customer: view('all'),
    order: view('all'),
    order_line: view('all'),
    installment: view('all'),
    deal: view('all'),
    quotation: view('all'),
    quotation_line: view('all'),
    contract: { view: 'all', execute: 'all' },
    approval: { view: 'all', execute: 'all' },
    document: view('all'),
    after_sales_case: view('all'),
  },
  sees: SALES,
}

const generalManager: Post = {
  grants: {
    ...HOUSE,
    ...business(edits('all')),
    ...road(hands('all')),
    ...RULES,
    ...FIRM,
    receipt: { ...hands('all'), claim: 'all' },
    customer: { ...edits('all'), assign: 'all', share: 'all' },
    inquiry: { ...edits('all'), execute: 'all', claim: 'all', assign: 'all' },
    order: { ...edits('all'), execute: 'all', assign: 'all' },
  },
  sees: EVERYTHING,
  // The second of two people whom an erasure needs.
  duties: ['privacy'],
}

const KEPT = { own_field: edits('all'), milestone_source: edits('all'), ...FIRM }
/** Keeps the house, without a look at its business. */
const administrator: Post = { grants: { ...HOUSE, ...RULES, ...KEPT }, sees: [] }

const auditor: Post = {
  grants: { ...HOUSE, ...business(view('all')), ...road(view('all')), task: { ...moves('own'), view: 'all' } },
  sees: EVERYTHING,
}

export const STANDARD_POSTS: Readonly<Partial<Record<string, Post>>> = {
  sales_rep: salesRep,
  sales_manager: salesManager,
  merchandiser,
  purchaser,
  planner: production,
  qc: production,
  doc_clerk: shipping,
  logistics: shipping,
  finance,
  legal,
  gm: generalManager,
  admin: administrator,
  dpo: { grants: HOUSE, sees: [], duties: ['privacy'] },
  auditor,
} satisfies Record<Role, Post>

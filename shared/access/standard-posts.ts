import type { FieldClass } from '#shared/record/field.ts'
import type { Role } from '#shared/trade/user.ts'
import type { Grants, Post, Scope } from './grant.ts'

/**
 * The posts of a foreign-trade firm and what each may see and do (domain 9.1). Two walls run through it: sales
 * do not see suppliers and purchase prices, purchasing and production do not see who the customer is.
 */

/** The firm's own frame: who works here, in which teams, and which fields the firm has added. */
const HOUSE = { tenant: view('all'), team: view('all'), user: view('all'), own_field: view('all') } as const

const SALES: readonly FieldClass[] = ['personal', 'sales']
const EVERYTHING: readonly FieldClass[] = ['personal', 'sales', 'cost', 'profit', 'bank', 'supplier']

const salesRep: Post = {
  grants: {
    ...HOUSE,
    customer: { view: 'involved', create: 'own', edit: 'own', share: 'own' },
    contact: { view: 'involved', create: 'own', edit: 'own' },
    interaction: { view: 'involved', create: 'involved', edit: 'own' },
    inquiry: { view: 'team', create: 'own', edit: 'own', claim: 'team' },
    access_request: { view: 'own', create: 'all', edit: 'own' },
    order: { ...edits('own'), execute: 'own' },
    order_line: edits('own'),
    installment: view('own'),
  },
  sees: SALES,
}

const salesManager: Post = {
  grants: {
    ...HOUSE,
    customer: { ...edits('subtree'), assign: 'subtree', share: 'subtree' },
    contact: edits('subtree'),
    interaction: edits('subtree'),
    inquiry: { ...edits('all'), claim: 'all', assign: 'all' },
    access_request: { view: 'subtree', create: 'all', edit: 'subtree' },
    order: { ...edits('subtree'), execute: 'subtree', assign: 'subtree' },
    order_line: edits('subtree'),
    installment: view('subtree'),
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
    order_line: view('own'),
  },
  sees: [...SALES, 'cost'],
}

const purchaser: Post = {
  grants: { ...HOUSE, order: view('all'), order_line: view('all') },
  sees: ['cost', 'supplier'],
}

const production: Post = {
  grants: { ...HOUSE, order: { view: 'all', execute: 'all' }, order_line: view('all') },
  sees: [],
}

const shipping: Post = {
  grants: {
    ...HOUSE,
    customer: view('all'),
    contact: view('all'),
    order: { view: 'all', execute: 'all' },
    order_line: view('all'),
  },
  sees: SALES,
}

const finance: Post = {
  grants: { ...HOUSE, ...everywhere(view('all')), installment: edits('all') },
  sees: EVERYTHING,
}

const legal: Post = {
  grants: { ...HOUSE, customer: view('all'), order: view('all'), order_line: view('all'), installment: view('all') },
  sees: SALES,
}

const generalManager: Post = {
  grants: {
    ...HOUSE,
    ...everywhere(edits('all')),
    customer: { ...edits('all'), assign: 'all', share: 'all' },
    inquiry: { ...edits('all'), claim: 'all', assign: 'all' },
    order: { ...edits('all'), execute: 'all', assign: 'all' },
  },
  sees: EVERYTHING,
}

/** Keeps the house, without a look at its business. */
const administrator: Post = { grants: { ...HOUSE, own_field: edits('all') }, sees: [] }

const auditor: Post = { grants: { ...HOUSE, ...everywhere(view('all')) }, sees: EVERYTHING }

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
  dpo: { grants: HOUSE, sees: [] },
  auditor,
} satisfies Record<Role, Post>

function view(scope: Scope): Grants {
  return { view: scope }
}

function edits(scope: Scope): Grants {
  return { view: scope, create: scope, edit: scope }
}

/** The same for all of the business. */
function everywhere(grants: Grants) {
  return {
    customer: grants,
    contact: grants,
    interaction: grants,
    inquiry: grants,
    access_request: grants,
    order: grants,
    order_line: grants,
    installment: grants,
  }
}

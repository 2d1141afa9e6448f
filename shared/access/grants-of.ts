import type { Grants, Scope } from './grant.ts'

/** Looks at it. */
export function view(scope: Scope): Grants {
  return { view: scope }
}

/** And makes and changes it. */
export function edits(scope: Scope): Grants {
  return { view: scope, create: scope, edit: scope }
}

/** And moved on along its way. */
export function moves(scope: Scope): Grants {
  return { ...edits(scope), execute: scope }
}

/** And given to others. */
export function hands(scope: Scope): Grants {
  return { ...moves(scope), assign: scope }
}

/** The same for everything by which the house works. */
export function rules(grants: Grants) {
  return {
    workflow: grants,
    product: grants,
    certificate: grants,
    payment_term: grants,
    lead_pool: grants,
    assignment_rule: grants,
  }
}

/** A shipment with what it consists of. */
export function shipmentWhole(grants: Grants) {
  return { shipment: grants, shipment_line: grants, container: grants, milestone: grants }
}

/** The same for all of the customers and their orders. */
export function business(grants: Grants) {
  return {
    customer: grants,
    contact: grants,
    interaction: grants,
    inquiry: grants,
    access_request: grants,
    mail_thread: view(grants.view ?? 'own'),
    order: grants,
    order_line: grants,
    installment: grants,
  }
}

/** The same for everything along the road of an order. */
export function road(grants: Grants) {
  return {
    deal: grants,
    quotation: grants,
    quotation_line: grants,
    sample: grants,
    contract: grants,
    approval: grants,
    task: grants,
    production_order: grants,
    ...shipmentWhole(grants),
    document: grants,
    receipt: grants,
    allocation: grants,
    after_sales_case: grants,
    survey: grants,
  }
}

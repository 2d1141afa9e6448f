import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What follows from records and is kept beside them (`facts.ts`), so that no screen has to count or search. */

/** Which contact writes from an address. Follows from `contacts.emails`. */
export const addresses = sqliteTable(
  'addresses',
  {
    tenant_id: text().notNull(),
    address: text().notNull(),
    contact_id: text().notNull(),
    customer_id: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.address, table.contact_id] }),
    index('addresses_by_contact').on(table.tenant_id, table.contact_id),
  ],
)

/** Which customer a company domain belongs to. Follows from `customers.domains`. */
export const customerDomains = sqliteTable(
  'customer_domains',
  { tenant_id: text().notNull(), domain: text().notNull(), customer_id: text().notNull() },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.domain, table.customer_id] }),
    index('customer_domains_by_customer').on(table.tenant_id, table.customer_id),
  ],
)

/** What a domain that only looks like a customer's is found by: see `shared/customer/match/look-alike.ts`. Follows from `customers.domains`. */
export const domainShapes = sqliteTable(
  'domain_shapes',
  {
    tenant_id: text().notNull(),
    shape: text().notNull(),
    domain: text().notNull(),
    customer_id: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.shape, table.domain, table.customer_id] }),
    index('domain_shapes_by_customer').on(table.tenant_id, table.customer_id),
  ],
)

/** Whose papers bear a number, as it is compared: see `document-numbers.ts`. */
export const documentNumbers = sqliteTable(
  'document_numbers',
  {
    tenant_id: text().notNull(),
    number: text().notNull(),
    record_id: text().notNull(),
    customer_id: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.number, table.record_id] }),
    index('document_numbers_by_record').on(table.tenant_id, table.record_id),
  ],
)

/** Under which keys records are searched for: see `search-keys.ts`. */
export const searchKeys = sqliteTable(
  'search_keys',
  {
    tenant_id: text().notNull(),
    key: text().notNull(),
    type: text().notNull(),
    record_id: text().notNull(),
    /** The record itself; of a contact the customer. */
    about_id: text().notNull(),
    /** Empty where it is nobody's. */
    owner_id: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.key, table.record_id] }),
    index('search_keys_by_owner').on(table.tenant_id, table.owner_id, table.key, table.type),
    index('search_keys_by_about').on(table.tenant_id, table.about_id, table.record_id),
  ],
)

/** Counts shown on a screen, kept at each write so that no screen counts. */
export const customerFacts = sqliteTable(
  'customer_facts',
  { tenant_id: text().notNull(), customer_id: text().notNull(), open_orders: integer().notNull() },
  (table) => [primaryKey({ columns: [table.tenant_id, table.customer_id] })],
)

/** Open money of a customer in each currency, in minor units. */
export const customerMoney = sqliteTable(
  'customer_money',
  {
    tenant_id: text().notNull(),
    customer_id: text().notNull(),
    currency: text().notNull(),
    open_amount: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.customer_id, table.currency] })],
)

/**
 * How each member of staff stands to the others: in one team, above them. Follows from `users`; one row instead of
 * a walk up the chain of superiors for each record.
 */
export const staffNear = sqliteTable(
  'staff_near',
  {
    tenant_id: text().notNull(),
    person_id: text().notNull(),
    near_id: text().notNull(),
    standing: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.person_id, table.near_id] }),
    index('staff_near_by_near').on(table.tenant_id, table.near_id),
  ],
)

/** Whose a customer is, and who works on its orders. Follows from `customers` and `orders`. */
export const customerPeople = sqliteTable(
  'customer_people',
  {
    tenant_id: text().notNull(),
    customer_id: text().notNull(),
    user_id: text().notNull(),
    /** `owner` for its owner and those who share it, `order` for who works on one of its orders. */
    part: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.customer_id, table.user_id, table.part] }),
    index('customer_people_by_user').on(table.tenant_id, table.user_id, table.customer_id),
  ],
)

/**
 * In whose lists an open order is, each list by stage and by when the next step is due. Follows from orders, the owners
 * of their customers, and `staff_near`.
 */
export const openOrderLists = sqliteTable(
  'open_order_lists',
  {
    tenant_id: text().notNull(),
    order_id: text().notNull(),
    /** A person, or a team. */
    list_id: text().notNull(),
    /** `own` for a person whose own it is, `above` for who is only above them, `team` for the team of its owner. */
    part: text().notNull(),
    exec_status: text().notNull(),
    next_due: text(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.order_id, table.list_id] }),
    index('open_order_lists_by_stage').on(
      table.tenant_id,
      table.list_id,
      table.part,
      table.exec_status,
      table.next_due,
    ),
  ],
)

/** A firm's own fields in use, together as JSON in one row: whoever signs in reads them. Follows from `own_fields`. */
export const ownFieldSets = sqliteTable(
  'own_field_sets',
  { tenant_id: text().notNull(), fields: text().notNull() },
  (table) => [primaryKey({ columns: [table.tenant_id] })],
)

/** Customers whose last word is a mail that nobody has answered, for whoever owns them. */
export const waitingMails = sqliteTable(
  'waiting_mails',
  {
    tenant_id: text().notNull(),
    customer_id: text().notNull(),
    user_id: text().notNull(),
    /** When the mail came, ms UTC. */
    since: integer().notNull(),
    interaction_id: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.customer_id] }),
    index('waiting_mails_by_user').on(table.tenant_id, table.user_id, table.since),
  ],
)

/** The records that each person opened last. */
export const openings = sqliteTable(
  'openings',
  {
    tenant_id: text().notNull(),
    user_id: text().notNull(),
    type: text().notNull(),
    record_id: text().notNull(),
    /** ms UTC, and later than the opening before it even where a clock was set back. */
    at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.user_id, table.type, table.record_id] }),
    index('openings_by_time').on(table.tenant_id, table.user_id, table.at),
  ],
)

/** What a customer paid last for what, as JSON: see `last-prices.ts`. */
export const lastPrices = sqliteTable(
  'last_prices',
  { tenant_id: text().notNull(), customer_id: text().notNull(), prices: text().notNull() },
  (table) => [primaryKey({ columns: [table.tenant_id, table.customer_id] })],
)

/** Everything that belongs to a deal, in one row of JSON, counted at each write: see `deal-road.ts`. */
export const dealRoads = sqliteTable(
  'deal_roads',
  {
    tenant_id: text().notNull(),
    deal_id: text().notNull(),
    revision: integer().notNull(),
    /** A list of objects, together the records of each part by its name. */
    road: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.deal_id, table.revision] })],
)

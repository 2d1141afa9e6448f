import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { RecordType } from '#shared/record/record-type.ts'
import { TYPES, type TypeName } from '#shared/trade/index.ts'
import { accessProposals } from './access.ts'
import { handoverItems, handovers } from './handover-tables.ts'
import { hookSecrets } from './milestone-hooks.ts'
import { erasedPeople, erasureKeys, privacyFinds, privacyRequests } from './privacy-tables.ts'
import * as schema from './schema.ts'
import { sheetPulls } from './sheet-pulls.ts'
import { prepared } from './statement.ts'

/**
 * The SQL of a table as the definitions have it. A new migration starts from this text and is then
 * read by a person; the Worker never creates a table.
 */
export function createTable(table: SQLiteTable): string {
  const { name, columns, primaryKeys, indexes } = getTableConfig(table)
  const keys = primaryKeys[0]?.columns.map((column) => column.name) ?? ['tenant_id', 'id']
  const lines = columns.map(
    (column) => `  ${column.name} ${column.getSQLType().toUpperCase()}${column.notNull ? ' NOT NULL' : ''}`,
  )
  const extra = indexes.map(({ config }) => {
    const on = config.columns.map((column) => ('name' in column ? column.name : ''))
    const where = config.where ? ` WHERE ${prepared(config.where)({}).sql}` : ''
    return `\nCREATE INDEX ${config.name} ON ${name} (${on.join(', ')})${where};`
  })
  return (
    `CREATE TABLE ${name} (\n${[...lines, `  PRIMARY KEY (${keys.join(', ')})`].join(',\n')}\n) STRICT, WITHOUT ROWID;` +
    extra.join('')
  )
}

/** The indexes of a record type. Every one begins with the firm. */
export function createIndexes(type: RecordType): string[] {
  return Object.entries(type.indexes ?? {}).map(
    ([name, index]) =>
      `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX ${name} ON ${type.plural} (${['tenant_id', ...index.on].join(', ')})` +
      `${index.where ? ` WHERE ${index.where}` : ''};`,
  )
}

/** Everything the definitions and `schema.ts` ask for, by table name. */
export function wholeSchema(): Map<string, string[]> {
  const ofTypes = (Object.keys(TYPES) as TypeName[]).map((name): [string, string[]] => [
    TYPES[name].plural,
    [createTable(schema.tables[name]), ...createIndexes(TYPES[name])],
  ])
  const others = [
    schema.identities,
    schema.sessions,
    hookSecrets,
    schema.events,
    schema.idempotencyKeys,
    schema.addresses,
    schema.customerDomains,
    schema.domainShapes,
    schema.documentNumbers,
    schema.searchKeys,
    schema.customerFacts,
    schema.customerMoney,
    schema.staffNear,
    schema.customerPeople,
    schema.openOrderLists,
    schema.ownFieldSets,
    schema.postSets,
    accessProposals,
    schema.waitingMails,
    schema.openings,
    schema.dealRoads,
    schema.lastPrices,
    schema.customerRecent,
    schema.customerGlances,
    schema.numbering,
    sheetPulls,
    handovers,
    handoverItems,
    schema.timers,
    schema.dealWork,
    schema.customerWork,
    schema.outbox,
    schema.heartbeats,
    schema.files,
    schema.fileLinks,
    schema.templates,
    schema.privateMails,
    schema.notFiled,
    schema.repliedThreads,
    schema.fileSweeps,
    privacyRequests,
    privacyFinds,
    erasureKeys,
    erasedPeople,
  ].map((table): [string, string[]] => [getTableConfig(table).name, [createTable(table)]])
  return new Map([...ofTypes, ...others])
}

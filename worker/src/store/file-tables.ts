import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What is known of a file; its bytes lie in a bucket under `tenant/sha256` and never change. */
export const files = sqliteTable(
  'files',
  {
    tenant_id: text().notNull(),
    id: text().notNull(),
    sha256: text().notNull(),
    name: text().notNull(),
    mime: text().notNull(),
    bytes: integer().notNull(),
    /** Whose rights it is read by: those of a record, or of a template. */
    about_type: text().notNull(),
    about_id: text().notNull(),
    /** The classes of fields that stand in it, as a list in JSON: who does not see one of them does not see the file. */
    shows: text().notNull(),
    created_at: integer().notNull(),
    created_by: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant_id, table.id] }),
    index('files_about').on(table.tenant_id, table.about_type, table.about_id, table.created_at),
    index('files_by_content').on(table.tenant_id, table.sha256),
  ],
)

/** Addresses that open a file for one person, for a short time. Like a session, of the token only the hash is kept. */
export const fileLinks = sqliteTable(
  'file_links',
  {
    token_hash: text().notNull(),
    tenant_id: text().notNull(),
    user_id: text().notNull(),
    file_id: text().notNull(),
    /** ms UTC. */
    expires_at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.token_hash] }),
    index('file_links_by_user').on(table.tenant_id, table.user_id, table.expires_at),
  ],
)

/** A firm's own templates of papers; the highest version of a key is in use, the others say what older papers were made of. */
export const templates = sqliteTable(
  'templates',
  {
    tenant_id: text().notNull(),
    key: text().notNull(),
    version: integer().notNull(),
    kind: text().notNull(),
    file_id: text().notNull(),
    created_at: integer().notNull(),
    created_by: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.key, table.version] })],
)

/** What a private mail says. It lies apart from its timeline item, so that no list, history or filter of those can tell it. */
export const privateMails = sqliteTable(
  'private_mails',
  {
    tenant_id: text().notNull(),
    interaction_id: text().notNull(),
    /** Whose it is: nobody else reads it. */
    user_id: text().notNull(),
    /** `{subject, snippet, participants, attachments, body_ref}` as an item would have them. */
    content: text({ mode: 'json' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.interaction_id] })],
)

/** Mails whose filing somebody undid: by hand they are filed again, by themselves never. */
export const notFiled = sqliteTable(
  'not_filed',
  {
    tenant_id: text().notNull(),
    /** The key of its item: the `message_id` of `interactions`. */
    message_id: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.message_id] })],
)

/** Conversations for which the pane wrote a letter to a customer: what answers in them is that letter, or belongs to it. */
export const repliedThreads = sqliteTable(
  'replied_threads',
  {
    tenant_id: text().notNull(),
    /** The Message-ID of the mail beside which it was written, or the conversation as the mailbox calls it. */
    thread: text().notNull(),
    customer_id: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant_id, table.thread] })],
)

/** How far the sweep of files that no record names has come in a bucket. */
export const fileSweeps = sqliteTable(
  'file_sweeps',
  {
    bucket: text().notNull(),
    /** Where the bucket's list goes on; null at its beginning. */
    cursor: text(),
    /** When the last look was, ms UTC. */
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.bucket] })],
)

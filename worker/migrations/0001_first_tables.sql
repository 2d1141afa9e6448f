-- The first tables: a firm, its people, customers, orders and their history. Made from the definitions with
-- tools/print-tables.ts, then read. Migrations are only ever added to; see docs/storage.md.

CREATE TABLE tenants (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT,
  domains TEXT NOT NULL,
  base_currency TEXT NOT NULL,
  timezone TEXT NOT NULL,
  locale TEXT NOT NULL,
  fallback_user_id TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE teams (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  leader_id TEXT,
  parent_id TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  email TEXT NOT NULL,
  display_name TEXT NOT NULL,
  alias TEXT NOT NULL,
  roles TEXT NOT NULL,
  manager_id TEXT,
  team_id TEXT,
  timezone TEXT,
  locale TEXT,
  status TEXT NOT NULL,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX users_by_email ON users (tenant_id, email);

CREATE TABLE customers (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  doc_no TEXT NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT,
  name_norm TEXT,
  domains TEXT,
  country TEXT NOT NULL,
  city TEXT,
  timezone TEXT NOT NULL,
  language TEXT,
  type TEXT,
  industry TEXT,
  potential TEXT,
  owner_id TEXT,
  team_id TEXT,
  lifecycle TEXT NOT NULL,
  tier TEXT,
  tier_score INTEGER,
  tier_basis TEXT,
  default_incoterm TEXT,
  default_place TEXT,
  default_currency TEXT,
  payment_term TEXT,
  remark TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX customers_by_doc_no ON customers (tenant_id, doc_no);
CREATE INDEX customers_by_name_norm ON customers (tenant_id, name_norm, country);
CREATE INDEX customers_by_owner ON customers (tenant_id, owner_id);

CREATE TABLE contacts (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  full_name TEXT NOT NULL,
  salutation TEXT,
  emails TEXT,
  phones TEXT,
  title TEXT,
  department TEXT,
  decision_role TEXT NOT NULL,
  language TEXT,
  timezone TEXT,
  is_primary INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contacts_by_customer ON contacts (tenant_id, customer_id, is_primary);

CREATE TABLE interactions (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  kind TEXT NOT NULL,
  direction TEXT NOT NULL,
  occurred_at INTEGER NOT NULL,
  customer_id TEXT NOT NULL,
  contact_id TEXT,
  order_id TEXT,
  subject TEXT NOT NULL,
  snippet TEXT,
  message_id TEXT,
  filed_by TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX interactions_by_customer ON interactions (tenant_id, customer_id, occurred_at);
CREATE UNIQUE INDEX interactions_by_message ON interactions (tenant_id, message_id) WHERE message_id IS NOT NULL;

CREATE TABLE inquiries (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  doc_no TEXT NOT NULL,
  channel TEXT NOT NULL,
  status TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  customer_id TEXT,
  owner_id TEXT,
  company_name TEXT,
  contact_name TEXT,
  email TEXT,
  country TEXT,
  subject TEXT NOT NULL,
  message TEXT,
  message_id TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX inquiries_by_doc_no ON inquiries (tenant_id, doc_no);
CREATE INDEX inquiries_by_email ON inquiries (tenant_id, email, received_at);
CREATE UNIQUE INDEX inquiries_by_message ON inquiries (tenant_id, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX inquiries_by_customer ON inquiries (tenant_id, customer_id, received_at);

CREATE TABLE orders (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  doc_no TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  contact_id TEXT,
  owner_id TEXT,
  status TEXT NOT NULL,
  exec_status TEXT NOT NULL,
  pay_status TEXT NOT NULL,
  product_line TEXT,
  buyer_po_no TEXT,
  order_date TEXT NOT NULL,
  currency TEXT NOT NULL,
  fx_rate INTEGER,
  fx_date TEXT,
  incoterm TEXT NOT NULL,
  incoterm_year INTEGER NOT NULL,
  named_place TEXT NOT NULL,
  place_locode TEXT,
  payment_term TEXT,
  lines_total INTEGER,
  total INTEGER,
  cost_total INTEGER,
  profit_expected INTEGER,
  requested_date TEXT,
  first_committed_date TEXT,
  promised_date TEXT,
  material_due TEXT,
  planned_finish TEXT,
  inspection_on TEXT,
  inspection_result TEXT,
  cargo_ready_on TEXT,
  shipped_on TEXT,
  bl_no TEXT,
  eta TEXT,
  delivered_on TEXT,
  remark TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX orders_by_doc_no ON orders (tenant_id, doc_no);
CREATE INDEX orders_by_customer ON orders (tenant_id, customer_id, order_date);
CREATE INDEX orders_open_by_customer ON orders (tenant_id, customer_id, promised_date) WHERE status IN ('confirmed','on_hold') AND exec_status <> 'closed';

CREATE TABLE order_lines (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  order_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  sku TEXT,
  buyer_sku TEXT,
  description TEXT NOT NULL,
  qty INTEGER NOT NULL,
  unit TEXT NOT NULL,
  currency TEXT NOT NULL,
  unit_price INTEGER NOT NULL,
  discount INTEGER,
  line_total INTEGER,
  cost_price INTEGER,
  promised_date TEXT,
  qty_shipped INTEGER,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX order_lines_by_order ON order_lines (tenant_id, order_id, seq);

CREATE TABLE installments (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  order_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  pct INTEGER,
  currency TEXT NOT NULL,
  amount INTEGER NOT NULL,
  paid_amount INTEGER NOT NULL,
  anchor TEXT NOT NULL,
  offset_days INTEGER NOT NULL,
  due_date TEXT,
  status TEXT NOT NULL,
  guards TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX installments_by_order ON installments (tenant_id, order_id, seq);
CREATE INDEX installments_open_by_customer ON installments (tenant_id, customer_id, due_date) WHERE status NOT IN ('paid','written_off','cancelled');

CREATE TABLE identities (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  tenant_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  tenant_id TEXT NOT NULL,
  record_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  type TEXT NOT NULL,
  action TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  surface TEXT NOT NULL,
  changes TEXT NOT NULL,
  PRIMARY KEY (tenant_id, record_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency_keys (
  tenant_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  route TEXT NOT NULL,
  key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  outcome TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, user_id, route, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE addresses (
  tenant_id TEXT NOT NULL,
  address TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  PRIMARY KEY (tenant_id, address, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX addresses_by_contact ON addresses (tenant_id, contact_id);

CREATE TABLE customer_domains (
  tenant_id TEXT NOT NULL,
  domain TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  PRIMARY KEY (tenant_id, domain, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_domains_by_customer ON customer_domains (tenant_id, customer_id);

CREATE TABLE customer_facts (
  tenant_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  open_orders INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, customer_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE customer_money (
  tenant_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  currency TEXT NOT NULL,
  open_amount INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, customer_id, currency)
) STRICT, WITHOUT ROWID;

CREATE TABLE numbering (
  tenant_id TEXT NOT NULL,
  series TEXT NOT NULL,
  period TEXT NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, series, period)
) STRICT, WITHOUT ROWID;


-- Whose a mail is: what is known of threads, of numbers in subjects, and of domains that look like customers'.

CREATE TABLE mail_threads (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  root TEXT NOT NULL,
  conversation TEXT,
  customer_id TEXT,
  chosen_by TEXT NOT NULL,
  chosen_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX mail_threads_by_root ON mail_threads (tenant_id, root);
CREATE INDEX mail_threads_by_conversation ON mail_threads (tenant_id, conversation) WHERE conversation IS NOT NULL;
CREATE INDEX mail_threads_by_customer ON mail_threads (tenant_id, customer_id, chosen_at);

CREATE TABLE document_numbers (
  tenant_id TEXT NOT NULL,
  number TEXT NOT NULL,
  record_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  PRIMARY KEY (tenant_id, number, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_numbers_by_record ON document_numbers (tenant_id, record_id);

INSERT OR IGNORE INTO document_numbers (tenant_id, number, record_id, customer_id)
SELECT tenant_id, number, id, customer_id FROM (
  SELECT r.tenant_id, r.id, upper(replace(replace(replace(replace(replace(replace(replace(r.doc_no, '-', ''), '/', ''), '.', ''), '_', ''), ' ', ''), '#', ''), ':', '')) AS number,
    r.customer_id AS customer_id
  FROM orders r WHERE r.doc_no IS NOT NULL)
WHERE length(number) >= 4 AND customer_id IS NOT NULL;

INSERT OR IGNORE INTO document_numbers (tenant_id, number, record_id, customer_id)
SELECT tenant_id, number, id, customer_id FROM (
  SELECT r.tenant_id, r.id, upper(replace(replace(replace(replace(replace(replace(replace(r.buyer_po_no, '-', ''), '/', ''), '.', ''), '_', ''), ' ', ''), '#', ''), ':', '')) AS number,
    r.customer_id AS customer_id
  FROM orders r WHERE r.buyer_po_no IS NOT NULL)
WHERE length(number) >= 4 AND customer_id IS NOT NULL;

INSERT OR IGNORE INTO document_numbers (tenant_id, number, record_id, customer_id)
SELECT tenant_id, number, id, customer_id FROM (
  SELECT r.tenant_id, r.id, upper(replace(replace(replace(replace(replace(replace(replace(r.bl_no, '-', ''), '/', ''), '.', ''), '_', ''), ' ', ''), '#', ''), ':', '')) AS number,
    r.customer_id AS customer_id
  FROM orders r WHERE r.bl_no IS NOT NULL)
WHERE length(number) >= 4 AND customer_id IS NOT NULL;

INSERT OR IGNORE INTO document_numbers (tenant_id, number, record_id, customer_id)
SELECT tenant_id, number, id, customer_id FROM (
  SELECT r.tenant_id, r.id, upper(replace(replace(replace(replace(replace(replace(replace(r.doc_no, '-', ''), '/', ''), '.', ''), '_', ''), ' ', ''), '#', ''), ':', '')) AS number,
    r.customer_id AS customer_id
  FROM quotations r WHERE r.doc_no IS NOT NULL)
WHERE length(number) >= 4 AND customer_id IS NOT NULL;

INSERT OR IGNORE INTO document_numbers (tenant_id, number, record_id, customer_id)
SELECT tenant_id, number, id, customer_id FROM (
  SELECT r.tenant_id, r.id, upper(replace(replace(replace(replace(replace(replace(replace(r.doc_no, '-', ''), '/', ''), '.', ''), '_', ''), ' ', ''), '#', ''), ':', '')) AS number,
    r.customer_id AS customer_id
  FROM contracts r WHERE r.doc_no IS NOT NULL)
WHERE length(number) >= 4 AND customer_id IS NOT NULL;

INSERT OR IGNORE INTO document_numbers (tenant_id, number, record_id, customer_id)
SELECT tenant_id, number, id, customer_id FROM (
  SELECT r.tenant_id, r.id, upper(replace(replace(replace(replace(replace(replace(replace(r.buyer_po_no, '-', ''), '/', ''), '.', ''), '_', ''), ' ', ''), '#', ''), ':', '')) AS number,
    r.customer_id AS customer_id
  FROM contracts r WHERE r.buyer_po_no IS NOT NULL)
WHERE length(number) >= 4 AND customer_id IS NOT NULL;

INSERT OR IGNORE INTO document_numbers (tenant_id, number, record_id, customer_id)
SELECT tenant_id, number, id, customer_id FROM (
  SELECT r.tenant_id, r.id, upper(replace(replace(replace(replace(replace(replace(replace(r.doc_no, '-', ''), '/', ''), '.', ''), '_', ''), ' ', ''), '#', ''), ':', '')) AS number,
    coalesce(r.customer_id, (SELECT o.customer_id FROM orders o WHERE o.tenant_id = r.tenant_id AND o.id = r.order_id)) AS customer_id
  FROM shipments r WHERE r.doc_no IS NOT NULL)
WHERE length(number) >= 4 AND customer_id IS NOT NULL;

INSERT OR IGNORE INTO document_numbers (tenant_id, number, record_id, customer_id)
SELECT tenant_id, number, id, customer_id FROM (
  SELECT r.tenant_id, r.id, upper(replace(replace(replace(replace(replace(replace(replace(r.booking_no, '-', ''), '/', ''), '.', ''), '_', ''), ' ', ''), '#', ''), ':', '')) AS number,
    coalesce(r.customer_id, (SELECT o.customer_id FROM orders o WHERE o.tenant_id = r.tenant_id AND o.id = r.order_id)) AS customer_id
  FROM shipments r WHERE r.booking_no IS NOT NULL)
WHERE length(number) >= 4 AND customer_id IS NOT NULL;

INSERT OR IGNORE INTO document_numbers (tenant_id, number, record_id, customer_id)
SELECT tenant_id, number, id, customer_id FROM (
  SELECT r.tenant_id, r.id, upper(replace(replace(replace(replace(replace(replace(replace(r.so_no, '-', ''), '/', ''), '.', ''), '_', ''), ' ', ''), '#', ''), ':', '')) AS number,
    coalesce(r.customer_id, (SELECT o.customer_id FROM orders o WHERE o.tenant_id = r.tenant_id AND o.id = r.order_id)) AS customer_id
  FROM shipments r WHERE r.so_no IS NOT NULL)
WHERE length(number) >= 4 AND customer_id IS NOT NULL;

INSERT OR IGNORE INTO document_numbers (tenant_id, number, record_id, customer_id)
SELECT tenant_id, number, id, customer_id FROM (
  SELECT r.tenant_id, r.id, upper(replace(replace(replace(replace(replace(replace(replace(r.bl_no, '-', ''), '/', ''), '.', ''), '_', ''), ' ', ''), '#', ''), ':', '')) AS number,
    coalesce(r.customer_id, (SELECT o.customer_id FROM orders o WHERE o.tenant_id = r.tenant_id AND o.id = r.order_id)) AS customer_id
  FROM shipments r WHERE r.bl_no IS NOT NULL)
WHERE length(number) >= 4 AND customer_id IS NOT NULL;

INSERT OR IGNORE INTO document_numbers (tenant_id, number, record_id, customer_id)
SELECT tenant_id, number, id, customer_id FROM (
  SELECT r.tenant_id, r.id, upper(replace(replace(replace(replace(replace(replace(replace(r.no, '-', ''), '/', ''), '.', ''), '_', ''), ' ', ''), '#', ''), ':', '')) AS number,
    (SELECT coalesce(s.customer_id, (SELECT o.customer_id FROM orders o WHERE o.tenant_id = s.tenant_id AND o.id = s.order_id))
    FROM shipments s WHERE s.tenant_id = r.tenant_id AND s.id = r.shipment_id) AS customer_id
  FROM containers r WHERE r.no IS NOT NULL)
WHERE length(number) >= 4 AND customer_id IS NOT NULL;

CREATE TABLE domain_shapes (
  tenant_id TEXT NOT NULL,
  shape TEXT NOT NULL,
  domain TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  PRIMARY KEY (tenant_id, shape, domain, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX domain_shapes_by_customer ON domain_shapes (tenant_id, customer_id);

-- As shared/customer/match/look-alike.ts has it, for names in plain Latin letters; others come with their customer's next change.
INSERT OR IGNORE INTO domain_shapes (tenant_id, shape, domain, customer_id)
SELECT tenant_id, looks, domain, customer_id FROM (
  SELECT tenant_id, domain, customer_id, replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(substr(domain, 1, instr(domain, '.') - 1), '-', ''), '_', ''), '''', ''), '8', 'b'), '3', 'e'), '9', 'g'), '1', 'l'), 'i', 'l'), '0', 'o'), '5', 's'), '7', 't'), '2', 'z'), 'rn', 'm'), 'vv', 'w'), 'cl', 'd') AS looks FROM customer_domains)
WHERE length(looks) >= 4;

INSERT OR IGNORE INTO domain_shapes (tenant_id, shape, domain, customer_id)
WITH RECURSIVE places (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM places WHERE at < 63)
SELECT s.tenant_id, substr(s.shape, 1, at - 1) || substr(s.shape, at + 1), s.domain, s.customer_id
FROM domain_shapes s JOIN places ON at <= length(s.shape)
WHERE length(s.shape) >= 6;

ALTER TABLE access_requests ADD COLUMN wanted TEXT NOT NULL DEFAULT 'shared';

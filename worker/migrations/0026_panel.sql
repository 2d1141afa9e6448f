-- The panel of a customer, whole: what is recent with them (worker/src/store/recent.ts), how old their open money is, how much
-- they may owe, their timeline by kind, and which sections a firm wants for whom.

ALTER TABLE tenants ADD COLUMN panel_layout TEXT;
ALTER TABLE customers ADD COLUMN credit_currency TEXT;
ALTER TABLE customers ADD COLUMN credit_limit INTEGER;
ALTER TABLE customers ADD COLUMN credit_until TEXT;
CREATE INDEX interactions_by_kind ON interactions (tenant_id, customer_id, kind, occurred_at);

ALTER TABLE customer_money ADD COLUMN dues TEXT NOT NULL DEFAULT '[]';
ALTER TABLE customer_money ADD COLUMN at_risk INTEGER NOT NULL DEFAULT 0;
DELETE FROM customer_money;
INSERT INTO customer_money (tenant_id, customer_id, currency, open_amount, dues, at_risk)
  SELECT i.tenant_id, i.customer_id, i.currency, sum(i.amount - i.paid_amount),
    json_group_array(json_array(i.due_date, i.amount - i.paid_amount) ORDER BY i.due_date, i.id),
    sum(iif(i.guards IS NULL, i.amount - i.paid_amount, 0))
FROM installments i JOIN orders o ON o.tenant_id = i.tenant_id AND o.id = i.order_id
WHERE i.status NOT IN ('paid','written_off','cancelled') AND o.status NOT IN ('draft','cancelled')
GROUP BY i.tenant_id, i.customer_id, i.currency;

CREATE TABLE customer_recent (
  tenant_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  type TEXT NOT NULL,
  at INTEGER NOT NULL,
  record_id TEXT NOT NULL,
  deal_id TEXT,
  item TEXT NOT NULL,
  PRIMARY KEY (tenant_id, customer_id, type, at, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_recent_by_record ON customer_recent (tenant_id, record_id);
CREATE INDEX customer_recent_by_deal ON customer_recent (tenant_id, deal_id);

CREATE TABLE customer_glances (
  tenant_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  items TEXT NOT NULL,
  counts TEXT NOT NULL,
  people TEXT NOT NULL,
  PRIMARY KEY (tenant_id, customer_id)
) STRICT, WITHOUT ROWID;

INSERT INTO customer_recent (tenant_id, customer_id, type, at, record_id, deal_id, item)
  SELECT r.tenant_id, r.customer_id, 'contact', r.is_primary, r.id, NULL,
  json_object('id', r.id, 'values',
  json_object('full_name', r.full_name, 'title', r.title, 'department', r.department, 'decision_role', r.decision_role, 'emails', json(r.emails), 'phones', json(r.phones), 'language', r.language, 'timezone', r.timezone, 'is_primary', r.is_primary),
  'people', json((SELECT json_group_array(value) FROM json_each(json_array()) WHERE value IS NOT NULL)),
  'team', NULL,
  'deal', json(NULL))
  FROM contacts r  WHERE r.customer_id IS NOT NULL;

INSERT INTO customer_recent (tenant_id, customer_id, type, at, record_id, deal_id, item)
  SELECT r.tenant_id, r.customer_id,
  'inquiry', r.received_at, r.id, r.deal_id,
  json_object('id', r.id, 'values',
  json_object('doc_no', r.doc_no, 'subject', r.subject, 'status', r.status, 'received_at', r.received_at, 'reply_by', r.reply_by, 'currency', r.currency, 'estimated_amount', r.estimated_amount),
  'people', json((SELECT json_group_array(value) FROM json_each(json_array(r.owner_id)) WHERE value IS NOT NULL)),
  'team', coalesce(r.team_id, iif(r.owner_id IS NULL, '', NULL)),
  'deal', json(iif(d.id IS NULL, NULL,
  json_object('id', d.id,
  'people', json((SELECT json_group_array(value) FROM json_each(json_array(d.owner_id, d.merchandiser_id)) WHERE value IS NOT NULL)),
  'team', coalesce(d.team_id, iif(d.owner_id IS NULL, '', NULL))))))
  FROM inquiries r LEFT JOIN deals d ON d.tenant_id = r.tenant_id AND d.id = r.deal_id WHERE r.customer_id IS NOT NULL AND r.status NOT IN ('duplicate');

INSERT INTO customer_recent (tenant_id, customer_id, type, at, record_id, deal_id, item)
  SELECT r.tenant_id, d.customer_id, 'quotation', r.created_at, r.id, r.deal_id,
  json_object('id', r.id, 'values',
  json_object('doc_no', r.doc_no, 'version_no', r.version_no, 'status', r.status, 'currency', r.currency, 'total', r.total, 'valid_until', r.valid_until, 'sent_at', r.sent_at),
  'people', json((SELECT json_group_array(value) FROM json_each(json_array(r.owner_id)) WHERE value IS NOT NULL)),
  'team', NULL,
  'deal', json(iif(d.id IS NULL, NULL,
  json_object('id', d.id,
  'people', json((SELECT json_group_array(value) FROM json_each(json_array(d.owner_id, d.merchandiser_id)) WHERE value IS NOT NULL)),
  'team', coalesce(d.team_id, iif(d.owner_id IS NULL, '', NULL))))))
  FROM quotations r LEFT JOIN deals d ON d.tenant_id = r.tenant_id AND d.id = r.deal_id WHERE d.customer_id IS NOT NULL AND r.status NOT IN ('superseded');

INSERT INTO customer_recent (tenant_id, customer_id, type, at, record_id, deal_id, item)
  SELECT r.tenant_id, d.customer_id, 'sample', r.created_at, r.id, r.deal_id,
  json_object('id', r.id, 'values',
  json_object('doc_no', r.doc_no, 'status', r.status, 'round', r.round, 'description', r.description, 'promised_ready', r.promised_ready, 'dispatched_at', r.dispatched_at, 'delivered_at', r.delivered_at, 'courier', r.courier, 'tracking_no', r.tracking_no),
  'people', json((SELECT json_group_array(value) FROM json_each(json_array(r.owner_id, r.merchandiser_id)) WHERE value IS NOT NULL)),
  'team', NULL,
  'deal', json(iif(d.id IS NULL, NULL,
  json_object('id', d.id,
  'people', json((SELECT json_group_array(value) FROM json_each(json_array(d.owner_id, d.merchandiser_id)) WHERE value IS NOT NULL)),
  'team', coalesce(d.team_id, iif(d.owner_id IS NULL, '', NULL))))))
  FROM samples r LEFT JOIN deals d ON d.tenant_id = r.tenant_id AND d.id = r.deal_id WHERE d.customer_id IS NOT NULL;

INSERT INTO customer_recent (tenant_id, customer_id, type, at, record_id, deal_id, item)
  SELECT r.tenant_id, r.customer_id, 'after_sales_case', r.opened_at, r.id, r.deal_id,
  json_object('id', r.id, 'values',
  json_object('doc_no', r.doc_no, 'status', r.status, 'kind', r.kind, 'severity', r.severity, 'open', r.open, 'opened_at', r.opened_at, 'currency', r.currency, 'claimed_amount', r.claimed_amount, 'claim_deadline', r.claim_deadline),
  'people', json((SELECT json_group_array(value) FROM json_each(json_array(r.owner_id)) WHERE value IS NOT NULL)),
  'team', NULL,
  'deal', json(iif(d.id IS NULL, NULL,
  json_object('id', d.id,
  'people', json((SELECT json_group_array(value) FROM json_each(json_array(d.owner_id, d.merchandiser_id)) WHERE value IS NOT NULL)),
  'team', coalesce(d.team_id, iif(d.owner_id IS NULL, '', NULL))))))
  FROM after_sales_cases r LEFT JOIN deals d ON d.tenant_id = r.tenant_id AND d.id = r.deal_id WHERE r.customer_id IS NOT NULL;

INSERT INTO customer_recent (tenant_id, customer_id, type, at, record_id, deal_id, item)
  SELECT r.tenant_id, d.customer_id, 'document', r.created_at, r.id, r.deal_id,
  json_object('id', r.id, 'values',
  json_object('type', r.type, 'number', r.number, 'version_no', r.version_no, 'status', r.status, 'issued_on', r.issued_on, 'expires_on', r.expires_on),
  'people', json((SELECT json_group_array(value) FROM json_each(json_array()) WHERE value IS NOT NULL)),
  'team', NULL,
  'deal', json(iif(d.id IS NULL, NULL,
  json_object('id', d.id,
  'people', json((SELECT json_group_array(value) FROM json_each(json_array(d.owner_id, d.merchandiser_id)) WHERE value IS NOT NULL)),
  'team', coalesce(d.team_id, iif(d.owner_id IS NULL, '', NULL))))))
  FROM documents r LEFT JOIN deals d ON d.tenant_id = r.tenant_id AND d.id = r.deal_id WHERE d.customer_id IS NOT NULL AND r.status NOT IN ('superseded', 'void');

INSERT INTO customer_glances (tenant_id, customer_id, items, counts, people)
  SELECT *, '[]' FROM (
  SELECT c.tenant_id, c.id,
  json_object('contact', (SELECT json_group_array(json(item)) FROM (SELECT item FROM customer_recent
  WHERE tenant_id = c.tenant_id AND customer_id = c.id AND type = 'contact' ORDER BY at DESC, record_id DESC LIMIT 12)),
  'inquiry', (SELECT json_group_array(json(item)) FROM (SELECT item FROM customer_recent
  WHERE tenant_id = c.tenant_id AND customer_id = c.id AND type = 'inquiry' ORDER BY at DESC, record_id DESC LIMIT 6)),
  'quotation', (SELECT json_group_array(json(item)) FROM (SELECT item FROM customer_recent
  WHERE tenant_id = c.tenant_id AND customer_id = c.id AND type = 'quotation' ORDER BY at DESC, record_id DESC LIMIT 6)),
  'sample', (SELECT json_group_array(json(item)) FROM (SELECT item FROM customer_recent
  WHERE tenant_id = c.tenant_id AND customer_id = c.id AND type = 'sample' ORDER BY at DESC, record_id DESC LIMIT 6)),
  'after_sales_case', (SELECT json_group_array(json(item)) FROM (SELECT item FROM customer_recent
  WHERE tenant_id = c.tenant_id AND customer_id = c.id AND type = 'after_sales_case' ORDER BY at DESC, record_id DESC LIMIT 6)),
  'document', (SELECT json_group_array(json(item)) FROM (SELECT item FROM customer_recent
  WHERE tenant_id = c.tenant_id AND customer_id = c.id AND type = 'document' ORDER BY at DESC, record_id DESC LIMIT 6))),
  (SELECT json_group_object(type, many) FROM (SELECT type, count(*) AS many FROM customer_recent
  WHERE tenant_id = c.tenant_id AND customer_id = c.id GROUP BY type))
  FROM (SELECT DISTINCT tenant_id, customer_id AS id FROM customer_recent) c);

UPDATE customer_glances SET people = (SELECT json_group_array(value) FROM (SELECT DISTINCT p.value AS value FROM json_each(items) k, json_each(k.value) i, json_each(i.value, '$.people') p
  UNION SELECT p.value FROM json_each(items) k, json_each(k.value) i, json_each(i.value, '$.deal.people') p ORDER BY 1));

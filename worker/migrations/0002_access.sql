-- Who may see what: how staff stand to one another, whose a customer is, requests to share one; and the firm's own fields.

CREATE TABLE own_fields (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  entity TEXT NOT NULL,
  key TEXT NOT NULL,
  label_en TEXT NOT NULL,
  label_zh TEXT NOT NULL,
  kind TEXT NOT NULL,
  options TEXT,
  currency TEXT,
  access TEXT NOT NULL,
  required INTEGER NOT NULL,
  in_panel INTEGER NOT NULL,
  in_forms INTEGER NOT NULL,
  position INTEGER NOT NULL,
  status TEXT NOT NULL,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX own_fields_by_key ON own_fields (tenant_id, entity, key);

CREATE TABLE access_requests (
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
  asked_by TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  reason TEXT,
  status TEXT NOT NULL,
  decided_by TEXT,
  decided_at INTEGER,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX access_requests_open ON access_requests (tenant_id, customer_id, asked_by) WHERE status = 'open';
CREATE INDEX access_requests_by_customer ON access_requests (tenant_id, customer_id, asked_at);
CREATE INDEX access_requests_by_asker ON access_requests (tenant_id, asked_by, asked_at);

CREATE TABLE staff_near (
  tenant_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  near_id TEXT NOT NULL,
  standing INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, person_id, near_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE customer_people (
  tenant_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  part TEXT NOT NULL,
  PRIMARY KEY (tenant_id, customer_id, user_id, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_people_by_user ON customer_people (tenant_id, user_id, customer_id);

ALTER TABLE customers ADD COLUMN co_owner_ids TEXT;
ALTER TABLE orders ADD COLUMN merchandiser_id TEXT;
ALTER TABLE inquiries ADD COLUMN team_id TEXT;
ALTER TABLE inquiries ADD COLUMN claimed_at INTEGER;
CREATE INDEX inquiries_by_owner ON inquiries (tenant_id, owner_id, team_id);
CREATE INDEX inquiries_by_team ON inquiries (tenant_id, team_id);

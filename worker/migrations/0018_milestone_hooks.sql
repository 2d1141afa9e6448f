-- Milestones told by webhook: who tells, the secrets that they sign with, and how a shipment is found by what they know of it.

CREATE TABLE milestone_sources (
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
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  secret_made_at INTEGER,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;

-- Apart from the record, so that nothing that reads records meets a secret. Whoever calls names the source and no firm.
CREATE TABLE hook_secrets (
  source_id TEXT NOT NULL,
  tenant_id TEXT NOT NULL,
  secret TEXT NOT NULL,
  previous TEXT,
  previous_until INTEGER,
  PRIMARY KEY (source_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE milestones ADD COLUMN hook_id TEXT;
ALTER TABLE milestones ADD COLUMN hook_name TEXT;
CREATE UNIQUE INDEX milestones_by_hook ON milestones (tenant_id, hook_id, shipment_id, at, type, classifier)
  WHERE hook_id IS NOT NULL;

CREATE INDEX shipments_by_booking ON shipments (tenant_id, booking_no) WHERE booking_no IS NOT NULL;
CREATE INDEX shipments_by_bl ON shipments (tenant_id, bl_no) WHERE bl_no IS NOT NULL;
CREATE INDEX containers_by_no ON containers (tenant_id, no);

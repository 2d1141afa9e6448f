-- Who is away, from when until when, and who stands in for them meanwhile: see shared/trade/user.ts.

ALTER TABLE users ADD COLUMN away_from TEXT;
ALTER TABLE users ADD COLUMN away_to TEXT;
ALTER TABLE users ADD COLUMN deputy_id TEXT;
ALTER TABLE users ADD COLUMN away_at INTEGER;
ALTER TABLE users ADD COLUMN back_at INTEGER;
CREATE INDEX users_by_deputy ON users (tenant_id, deputy_id) WHERE deputy_id IS NOT NULL;

ALTER TABLE events ADD COLUMN on_behalf_of TEXT;

-- Who has left and what becomes of theirs: see worker/src/store/handovers.ts.
CREATE TABLE handovers (
  tenant_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  no INTEGER NOT NULL,
  by_id TEXT NOT NULL,
  plan TEXT NOT NULL,
  state TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, person_id, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX handovers_running ON handovers (started_at) WHERE state IN ('running', 'undoing');
CREATE TABLE handover_items (
  tenant_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  no INTEGER NOT NULL,
  record_id TEXT NOT NULL,
  type TEXT NOT NULL,
  state TEXT NOT NULL,
  before TEXT,
  version INTEGER,
  PRIMARY KEY (tenant_id, person_id, no, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX handover_items_by_state ON handover_items (tenant_id, person_id, no, state, record_id);

-- What a firm makes of its posts, as it is read whenever somebody signs in; none for a firm with the standard ones.
-- What somebody wants changed waits until a second person agrees: see docs/access.md.

CREATE TABLE post_sets (
  tenant_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  posts TEXT NOT NULL,
  PRIMARY KEY (tenant_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE access_proposals (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  status TEXT NOT NULL,
  about TEXT NOT NULL,
  change TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_at INTEGER NOT NULL,
  decided_by TEXT,
  decided_at INTEGER,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX access_proposals_by_status ON access_proposals (tenant_id, status, id);

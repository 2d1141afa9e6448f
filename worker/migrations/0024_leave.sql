-- Who is away, from when until when, and who stands in for them meanwhile: see shared/trade/user.ts.

ALTER TABLE users ADD COLUMN away_from TEXT;
ALTER TABLE users ADD COLUMN away_to TEXT;
ALTER TABLE users ADD COLUMN deputy_id TEXT;
ALTER TABLE users ADD COLUMN away_at INTEGER;
ALTER TABLE users ADD COLUMN back_at INTEGER;
CREATE INDEX users_by_deputy ON users (tenant_id, deputy_id) WHERE deputy_id IS NOT NULL;

ALTER TABLE events ADD COLUMN on_behalf_of TEXT;

-- How near somebody is holds from a moment until another one, and more than once of the same two.
CREATE TABLE staff_near_then (
  tenant_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  near_id TEXT NOT NULL,
  standing INTEGER NOT NULL,
  from_at INTEGER NOT NULL DEFAULT 0,
  until_at INTEGER NOT NULL DEFAULT 9007199254740991,
  PRIMARY KEY (tenant_id, person_id, near_id, from_at, until_at)
) STRICT, WITHOUT ROWID;
INSERT INTO staff_near_then (tenant_id, person_id, near_id, standing)
  SELECT tenant_id, person_id, near_id, standing FROM staff_near;
DROP TABLE staff_near;
ALTER TABLE staff_near_then RENAME TO staff_near;
CREATE INDEX staff_near_by_near ON staff_near (tenant_id, near_id);

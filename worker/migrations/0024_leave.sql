-- Who is away, from when until when, and who stands in for them meanwhile: see shared/trade/user.ts.

ALTER TABLE users ADD COLUMN away_from TEXT;
ALTER TABLE users ADD COLUMN away_to TEXT;
ALTER TABLE users ADD COLUMN deputy_id TEXT;
ALTER TABLE users ADD COLUMN away_at INTEGER;
ALTER TABLE users ADD COLUMN back_at INTEGER;
CREATE INDEX users_by_deputy ON users (tenant_id, deputy_id) WHERE deputy_id IS NOT NULL;

ALTER TABLE events ADD COLUMN on_behalf_of TEXT;

-- Who is signed in at the desk, in a browser. Of the token in the cookie only its SHA-256 is kept.

CREATE TABLE sessions (
  token_hash TEXT NOT NULL,
  tenant_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL,
  PRIMARY KEY (token_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_user ON sessions (tenant_id, user_id, started_at);

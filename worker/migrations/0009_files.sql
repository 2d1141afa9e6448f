-- Files that were made or brought: what is known of each; its bytes lie in a bucket under `tenant/sha256`.

CREATE TABLE files (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  name TEXT NOT NULL,
  mime TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  about_type TEXT NOT NULL,
  about_id TEXT NOT NULL,
  shows TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX files_about ON files (tenant_id, about_type, about_id, created_at);

-- Addresses that open a file for one person, for a minute or two. Of the token in the address only its SHA-256 is kept.

CREATE TABLE file_links (
  token_hash TEXT NOT NULL,
  tenant_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  file_id TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (token_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX file_links_by_user ON file_links (tenant_id, user_id, expires_at);

-- A firm's own templates of papers, each version for good.

CREATE TABLE templates (
  tenant_id TEXT NOT NULL,
  key TEXT NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  file_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  PRIMARY KEY (tenant_id, key, version)
) STRICT, WITHOUT ROWID;

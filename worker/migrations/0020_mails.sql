-- Filed mails: what is known of one, what only its filer sees, and where the sweep of files nobody names has come to.

ALTER TABLE interactions ADD COLUMN filed_how TEXT;
ALTER TABLE interactions ADD COLUMN content_hash TEXT;
ALTER TABLE interactions ADD COLUMN in_reply_to TEXT;
ALTER TABLE interactions ADD COLUMN provider_thread TEXT;
ALTER TABLE interactions ADD COLUMN participants TEXT;
ALTER TABLE interactions ADD COLUMN attachments TEXT;
ALTER TABLE interactions ADD COLUMN body_ref TEXT;
ALTER TABLE interactions ADD COLUMN visibility TEXT;
CREATE UNIQUE INDEX interactions_by_content ON interactions (tenant_id, content_hash) WHERE content_hash IS NOT NULL;

ALTER TABLE tenants ADD COLUMN body_policy TEXT;
ALTER TABLE tenants ADD COLUMN files_threads INTEGER;

CREATE TABLE private_mails (
  tenant_id TEXT NOT NULL,
  interaction_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (tenant_id, interaction_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX files_by_content ON files (tenant_id, sha256);

CREATE TABLE file_sweeps (
  bucket TEXT NOT NULL,
  cursor TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (bucket)
) STRICT, WITHOUT ROWID;

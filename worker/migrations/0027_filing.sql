-- Mails that are filed by themselves: by which conversation, which must not be, and what the firm says.

ALTER TABLE interactions ADD COLUMN reference_ids TEXT;
ALTER TABLE interactions ADD COLUMN language TEXT;
ALTER TABLE interactions ADD COLUMN private_reason TEXT;
CREATE INDEX interactions_by_thread ON interactions (tenant_id, provider_thread) WHERE provider_thread IS NOT NULL;

ALTER TABLE tenants ADD COLUMN files_replies INTEGER;

CREATE TABLE not_filed (
  tenant_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  PRIMARY KEY (tenant_id, message_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE replied_threads (
  tenant_id TEXT NOT NULL,
  thread TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  PRIMARY KEY (tenant_id, thread)
) STRICT, WITHOUT ROWID;

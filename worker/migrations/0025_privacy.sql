-- Requests about personal data, what was found for them, and by what erased people are known again without being known.

CREATE TABLE privacy_requests (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  basis TEXT NOT NULL,
  pseudonym TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  confirmed_by TEXT,
  confirmed_at INTEGER,
  finished_at INTEGER,
  person TEXT,
  progress TEXT NOT NULL,
  counts TEXT NOT NULL,
  file_id TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX privacy_requests_open ON privacy_requests (status, received_at) WHERE status IN ('collecting', 'running');

CREATE TABLE privacy_finds (
  tenant_id TEXT NOT NULL,
  request_id TEXT NOT NULL,
  place TEXT NOT NULL,
  key TEXT NOT NULL,
  traits TEXT NOT NULL,
  kept TEXT,
  PRIMARY KEY (tenant_id, request_id, place, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE erasure_keys (
  tenant_id TEXT NOT NULL,
  secret TEXT NOT NULL,
  PRIMARY KEY (tenant_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE erased_people (
  tenant_id TEXT NOT NULL,
  mark TEXT NOT NULL,
  request_id TEXT NOT NULL,
  erased_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, mark)
) STRICT, WITHOUT ROWID;

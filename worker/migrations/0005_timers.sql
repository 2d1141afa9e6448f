-- The clocks that run, the mails that are to be sent, and when somebody last looked for either.

CREATE TABLE timers (
  tenant_id TEXT NOT NULL,
  record_id TEXT NOT NULL,
  rule TEXT NOT NULL,
  type TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  level INTEGER NOT NULL,
  due_at INTEGER,
  PRIMARY KEY (tenant_id, record_id, rule)
) STRICT, WITHOUT ROWID;
-- Not the firm first: the tick looks for what is due in all of them.
CREATE INDEX timers_by_due ON timers (due_at);

CREATE TABLE outbox (
  tenant_id TEXT NOT NULL,
  key TEXT NOT NULL,
  user_id TEXT NOT NULL,
  type TEXT NOT NULL,
  record_id TEXT NOT NULL,
  about TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  try_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  unended INTEGER NOT NULL,
  sent_at INTEGER,
  why TEXT,
  PRIMARY KEY (tenant_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_queued ON outbox (try_at) WHERE state = 'queued';

CREATE TABLE heartbeats (
  job TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (job)
) STRICT, WITHOUT ROWID;

-- The clocks of the inquiries that wait already. What they have missed is made up for once.

INSERT INTO timers (tenant_id, record_id, rule, type, started_at, level, due_at)
  SELECT tenant_id, id, 'claim', 'inquiry', received_at, 0, received_at + 69120000 FROM inquiries
  WHERE status IN ('received','assigned','pooled');

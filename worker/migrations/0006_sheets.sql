-- Editing in a sheet: what was pulled into one, and all open orders of a firm by the day that was promised.

CREATE TABLE sheet_pulls (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  type TEXT NOT NULL,
  language TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX orders_open_by_promise ON orders (tenant_id, promised_date) WHERE status IN ('confirmed','on_hold') AND exec_status <> 'closed';

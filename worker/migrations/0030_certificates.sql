-- What proves that a product keeps a rule, with the day on which that ends.

CREATE TABLE certificates (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  source TEXT NOT NULL,
  custom TEXT NOT NULL,
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  product_id TEXT,
  product_line TEXT,
  issuer TEXT,
  market TEXT,
  issued_on TEXT,
  expires_on TEXT,
  file TEXT,
  remark TEXT,
  PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX certificates_by_product ON certificates (tenant_id, product_id) WHERE product_id IS NOT NULL;
CREATE INDEX certificates_by_expiry ON certificates (tenant_id, expires_on) WHERE expires_on IS NOT NULL;

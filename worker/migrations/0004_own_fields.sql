-- The own fields of a firm together, as they are read whenever somebody signs in: one row of each firm.

CREATE TABLE own_field_sets (
  tenant_id TEXT NOT NULL,
  fields TEXT NOT NULL,
  PRIMARY KEY (tenant_id)
) STRICT, WITHOUT ROWID;
INSERT INTO own_field_sets (tenant_id, fields) SELECT tenant_id, '[]' FROM tenants;

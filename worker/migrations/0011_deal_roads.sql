-- Everything that belongs to a deal, kept together: see worker/src/store/deal-road.ts.

CREATE TABLE deal_roads (
  tenant_id TEXT NOT NULL,
  deal_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  road TEXT NOT NULL,
  PRIMARY KEY (tenant_id, deal_id, revision)
) STRICT, WITHOUT ROWID;

-- What an order's total has besides its lines: freight, insurance, less a discount.
ALTER TABLE orders ADD COLUMN charges INTEGER;

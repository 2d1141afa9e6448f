-- The tier of a customer with what it follows from, when they are expected to buy again, and how a firm ranks.
ALTER TABLE customers ADD COLUMN tier_computed TEXT;
ALTER TABLE customers ADD COLUMN tier_at INTEGER;
ALTER TABLE customers ADD COLUMN tier_explain TEXT;
ALTER TABLE customers ADD COLUMN tier_override TEXT;
ALTER TABLE customers ADD COLUMN tier_override_reason TEXT;
ALTER TABLE customers ADD COLUMN tier_override_until TEXT;
ALTER TABLE customers ADD COLUMN tier_override_by TEXT;
ALTER TABLE customers ADD COLUMN churn_status TEXT;
ALTER TABLE customers ADD COLUMN next_expected_order TEXT;
ALTER TABLE customers ADD COLUMN order_interval INTEGER;
ALTER TABLE customers ADD COLUMN order_spread INTEGER;
ALTER TABLE customers ADD COLUMN first_order_on TEXT;
ALTER TABLE customers ADD COLUMN last_order_on TEXT;
ALTER TABLE customers ADD COLUMN lifetime_amount INTEGER;
ALTER TABLE customers ADD COLUMN orders_12m INTEGER;
ALTER TABLE customers ADD COLUMN profit_12m INTEGER;
ALTER TABLE tenants ADD COLUMN tiers TEXT;

-- When each customer is to be ranked again.
CREATE TABLE customer_work (
  tenant_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  marks INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_work_by_due ON customer_work (due_at);

-- All of them are ranked by the first ticks.
INSERT INTO customer_work (tenant_id, customer_id, due_at, marks) SELECT tenant_id, id, 0, 1 FROM customers;

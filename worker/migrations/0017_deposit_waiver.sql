-- Why an order's production may start before its deposit is there.

ALTER TABLE orders ADD COLUMN deposit_waiver TEXT;

-- When the buyer accepted the draft that goes with a shipment's documents.

ALTER TABLE shipments ADD COLUMN docs_accepted_on TEXT;

-- Why an order's production may start before its deposit is there.

ALTER TABLE orders ADD COLUMN deposit_waiver TEXT;

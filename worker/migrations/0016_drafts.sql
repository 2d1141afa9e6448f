-- When the buyer accepted the draft that goes with a shipment's documents.

ALTER TABLE shipments ADD COLUMN docs_accepted_on TEXT;

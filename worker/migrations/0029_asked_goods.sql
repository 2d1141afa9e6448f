-- What a buyer was offered before under a number of theirs is found by that number. See worker/src/store/goods.ts.
CREATE INDEX quotation_lines_by_buyer_sku ON quotation_lines (tenant_id, buyer_sku) WHERE buyer_sku IS NOT NULL;

-- Where letters to a customer go, as a signature has it.
ALTER TABLE customers ADD COLUMN address TEXT;

-- Whether the firm tells who writes first that it has arrived, and when it did.
ALTER TABLE tenants ADD COLUMN acknowledges INTEGER;
ALTER TABLE inquiries ADD COLUMN acknowledged_at INTEGER;

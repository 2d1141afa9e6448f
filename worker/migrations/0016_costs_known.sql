-- That the cost of a line of a quotation was known outlasts the line.

ALTER TABLE quotations ADD COLUMN costed INTEGER NOT NULL DEFAULT 0;

UPDATE quotations SET costed = 1
WHERE EXISTS (
  SELECT 1 FROM quotation_lines l
  WHERE l.tenant_id = quotations.tenant_id AND l.quotation_id = quotations.id AND l.cost_price IS NOT NULL
);

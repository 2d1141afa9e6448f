-- Which open deals run by a definition, to move them to another version of it.
CREATE INDEX deals_open_by_workflow ON deals (tenant_id, workflow, workflow_version) WHERE status = 'open';

-- The clocks that run for a deal, as its definition plans them; its timers follow from them.
ALTER TABLE deals ADD COLUMN clocks TEXT;

-- What is to be done to deals by nobody in particular.
CREATE TABLE deal_work (
  tenant_id TEXT NOT NULL,
  deal_id TEXT NOT NULL,
  what TEXT NOT NULL,
  key TEXT NOT NULL,
  about TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  marks INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, deal_id, what, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX deal_work_by_due ON deal_work (due_at);

-- Deals that run already have their clocks worked out by the first ticks.
INSERT INTO deal_work (tenant_id, deal_id, what, key, about, due_at, marks)
SELECT tenant_id, id, 'settle', '', '{}', 0, 1 FROM deals WHERE status = 'open';

-- An inquiry that has a deal is told of by the clocks of the deal.
DELETE FROM timers WHERE rule = 'claim' AND EXISTS (SELECT 1 FROM inquiries i
  WHERE i.tenant_id = timers.tenant_id AND i.id = timers.record_id AND i.deal_id IS NOT NULL);

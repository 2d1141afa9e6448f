-- What a person finds while no mail is open: inquiries nobody has claimed, buyers' mails nobody has answered, orders
-- whose next step is due, and what they opened last.

CREATE INDEX inquiries_assigned ON inquiries (tenant_id, owner_id, received_at) WHERE status IN ('received','assigned','pooled') AND owner_id IS NOT NULL;
CREATE INDEX inquiries_pooled ON inquiries (tenant_id, team_id, received_at) WHERE status IN ('received','assigned','pooled') AND owner_id IS NULL;

CREATE INDEX interactions_turns ON interactions (tenant_id, customer_id, occurred_at, direction) WHERE (direction = 'out' OR direction = 'in' AND kind = 'mail');
CREATE INDEX installments_open_deposits ON installments (tenant_id, order_id, seq) WHERE status NOT IN ('paid','written_off','cancelled') AND guards = 'production_start';

ALTER TABLE orders ADD COLUMN next_due TEXT;
CREATE INDEX orders_open_by_follower ON orders (tenant_id, merchandiser_id, next_due) WHERE status IN ('confirmed','on_hold') AND exec_status <> 'closed' AND merchandiser_id IS NOT owner_id;
CREATE INDEX orders_open_by_owner ON orders (tenant_id, owner_id, next_due) WHERE status IN ('confirmed','on_hold') AND exec_status <> 'closed';

CREATE TABLE waiting_mails (
  tenant_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  since INTEGER NOT NULL,
  interaction_id TEXT NOT NULL,
  PRIMARY KEY (tenant_id, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX waiting_mails_by_user ON waiting_mails (tenant_id, user_id, since);

CREATE TABLE openings (
  tenant_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  type TEXT NOT NULL,
  record_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, user_id, type, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX openings_by_time ON openings (tenant_id, user_id, at);

-- What follows from the records that are there already.

UPDATE orders SET next_due = CASE exec_status
  WHEN 'not_started' THEN date(order_date, '+3 days')
  WHEN 'waiting_deposit' THEN (SELECT due_date FROM installments INDEXED BY installments_open_deposits
    WHERE tenant_id = orders.tenant_id AND order_id = orders.id
      AND status NOT IN ('paid','written_off','cancelled') AND guards = 'production_start' ORDER BY seq LIMIT 1)
  WHEN 'waiting_material' THEN material_due
  WHEN 'in_production' THEN planned_finish
  WHEN 'inspection' THEN inspection_on
  WHEN 'ready' THEN promised_date
  WHEN 'shipped' THEN eta END;

INSERT INTO waiting_mails (tenant_id, customer_id, user_id, since, interaction_id)
  SELECT c.tenant_id, c.id, c.owner_id, m.occurred_at, m.id FROM customers c
  CROSS JOIN interactions m ON m.tenant_id = c.tenant_id AND m.direction = 'in' AND m.id = (
    SELECT id FROM interactions INDEXED BY interactions_turns
    WHERE tenant_id = c.tenant_id AND customer_id = c.id AND (direction = 'out' OR direction = 'in' AND kind = 'mail')
    ORDER BY occurred_at DESC, direction DESC, id DESC LIMIT 1)
  WHERE c.owner_id IS NOT NULL;

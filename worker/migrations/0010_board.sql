-- The board: the columns of all open orders by stage, and in whose lists each of them is.

CREATE INDEX orders_open_by_stage ON orders (tenant_id, exec_status, next_due) WHERE status IN ('confirmed','on_hold') AND exec_status <> 'closed';
CREATE INDEX orders_open_by_customer_stage ON orders (tenant_id, customer_id, exec_status, next_due) WHERE status IN ('confirmed','on_hold') AND exec_status <> 'closed';
CREATE INDEX orders_open_by_line_stage ON orders (tenant_id, product_line, exec_status, next_due) WHERE status IN ('confirmed','on_hold') AND exec_status <> 'closed';

CREATE INDEX staff_near_by_near ON staff_near (tenant_id, near_id);

CREATE TABLE open_order_lists (
  tenant_id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  list_id TEXT NOT NULL,
  part TEXT NOT NULL,
  exec_status TEXT NOT NULL,
  next_due TEXT,
  PRIMARY KEY (tenant_id, order_id, list_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX open_order_lists_by_stage ON open_order_lists (tenant_id, list_id, part, exec_status, next_due);

-- What follows from the records that are there already.

INSERT INTO open_order_lists (tenant_id, order_id, list_id, part, exec_status, next_due)
  WITH chosen AS MATERIALIZED (SELECT * FROM orders WHERE status IN ('confirmed','on_hold') AND exec_status <> 'closed'),
  people AS (SELECT tenant_id, id, exec_status, next_due, owner_id AS user_id FROM chosen
    UNION SELECT tenant_id, id, exec_status, next_due, merchandiser_id FROM chosen
    UNION SELECT c.tenant_id, c.id, c.exec_status, c.next_due, p.user_id FROM chosen c CROSS JOIN customer_people p
      ON p.tenant_id = c.tenant_id AND p.customer_id = c.customer_id AND p.part = 'owner')
  SELECT n.tenant_id, w.id, n.person_id, CASE max(n.standing & 1) WHEN 0 THEN 'above' ELSE 'own' END,
    w.exec_status, w.next_due
  FROM people w CROSS JOIN staff_near n INDEXED BY staff_near_by_near
    ON n.tenant_id = w.tenant_id AND n.near_id = w.user_id AND n.standing & 5
  GROUP BY w.tenant_id, w.id, n.person_id
  UNION ALL SELECT c.tenant_id, c.id, u.team_id, 'team', c.exec_status, c.next_due
  FROM chosen c CROSS JOIN users u ON u.tenant_id = c.tenant_id AND u.id = c.owner_id WHERE u.team_id > '';

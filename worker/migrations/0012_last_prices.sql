-- What each customer paid last for what, of their last orders: see worker/src/store/last-prices.ts.

CREATE TABLE last_prices (
  tenant_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  prices TEXT NOT NULL,
  PRIMARY KEY (tenant_id, customer_id)
) STRICT, WITHOUT ROWID;

INSERT INTO last_prices (tenant_id, customer_id, prices)
SELECT c.tenant_id, c.customer_id, (
  SELECT json_group_array(json_object('sku', sku, 'buyer_sku', buyer_sku, 'description', description, 'qty', qty, 'unit', unit,
      'unit_price', unit_price, 'currency', currency, 'date', order_date, 'order_no', doc_no))
  FROM (SELECT * FROM (
    SELECT l.sku, l.buyer_sku, l.description, l.qty, l.unit, l.unit_price, l.currency, l.seq, o.order_date, o.doc_no, o.id AS order_id,
      row_number() OVER (PARTITION BY coalesce(l.sku, l.description) ORDER BY o.order_date DESC, o.id DESC, l.seq) AS nth
    FROM (SELECT id, tenant_id, doc_no, order_date FROM orders
      WHERE tenant_id = c.tenant_id AND customer_id = c.customer_id AND status NOT IN ('draft','cancelled')
      ORDER BY order_date DESC LIMIT 20) o
    CROSS JOIN order_lines l ON l.tenant_id = o.tenant_id AND l.order_id = o.id)
    WHERE nth = 1 ORDER BY order_date DESC, order_id DESC, seq LIMIT 40))
FROM (SELECT DISTINCT tenant_id, customer_id FROM orders) c;

-- What is searched for by name, number, domain or telephone: see worker/src/store/search-keys.ts.

CREATE TABLE search_keys (
  tenant_id TEXT NOT NULL,
  key TEXT NOT NULL,
  type TEXT NOT NULL,
  record_id TEXT NOT NULL,
  about_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  PRIMARY KEY (tenant_id, key, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_keys_by_owner ON search_keys (tenant_id, owner_id, key, type);
CREATE INDEX search_keys_by_about ON search_keys (tenant_id, about_id, record_id);

-- Names in small letters, Latin ones without the accents of the western languages. What only shared/search makes of a
-- name comes with its record's next change.
CREATE TABLE search_texts (tenant_id TEXT, type TEXT, record_id TEXT, about_id TEXT, owner_id TEXT, text TEXT);
INSERT INTO search_texts
SELECT tenant_id, 'customer', id, id, coalesce(owner_id, ''), coalesce(name_norm, name) FROM customers;
INSERT INTO search_texts
SELECT tenant_id, 'customer', id, id, coalesce(owner_id, ''), short_name FROM customers WHERE short_name IS NOT NULL;
INSERT INTO search_texts
SELECT t.tenant_id, 'contact', t.id, t.customer_id, coalesce(c.owner_id, ''), t.full_name
FROM contacts t JOIN customers c ON c.tenant_id = t.tenant_id AND c.id = t.customer_id;
INSERT INTO search_texts
SELECT tenant_id, 'inquiry', id, id, coalesce(owner_id, ''), company_name FROM inquiries WHERE company_name IS NOT NULL;
INSERT INTO search_texts
SELECT tenant_id, 'inquiry', id, id, coalesce(owner_id, ''), contact_name FROM inquiries WHERE contact_name IS NOT NULL;
INSERT INTO search_texts SELECT tenant_id, 'deal', id, id, coalesce(owner_id, ''), subject FROM deals;
UPDATE search_texts SET text = replace(replace(replace(replace(replace(replace(lower(text), '.', ''), '''', ''), '"', ''), ',', ' '), '-', ' '), '/', ' ');
UPDATE search_texts SET text = replace(replace(replace(replace(replace(replace(text, '&', ' '), '(', ' '), ')', ' '), ':', ' '), '+', ' '), '_', ' ');
UPDATE search_texts SET text = replace(replace(replace(replace(replace(replace(replace(replace(text, 'ä', 'a'), 'à', 'a'), 'á', 'a'), 'â', 'a'), 'ã', 'a'), 'å', 'a'), 'ç', 'c'), 'ß', 'ss');
UPDATE search_texts SET text = replace(replace(replace(replace(replace(replace(replace(replace(text, 'è', 'e'), 'é', 'e'), 'ê', 'e'), 'ë', 'e'), 'ì', 'i'), 'í', 'i'), 'î', 'i'), 'ñ', 'n');
UPDATE search_texts SET text = replace(replace(replace(replace(replace(replace(replace(replace(replace(text, 'ò', 'o'), 'ó', 'o'), 'ô', 'o'), 'õ', 'o'), 'ö', 'o'), 'ø', 'o'), 'ù', 'u'), 'ú', 'u'), 'ü', 'u');

CREATE TABLE search_words (tenant_id TEXT, type TEXT, record_id TEXT, about_id TEXT, owner_id TEXT, word TEXT);
INSERT INTO search_words
WITH RECURSIVE words (tenant_id, type, record_id, about_id, owner_id, word, rest) AS (
  SELECT tenant_id, type, record_id, about_id, owner_id, '', substr(text, 1, 200) || ' ' FROM search_texts
  UNION ALL SELECT tenant_id, type, record_id, about_id, owner_id, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1)
  FROM words WHERE rest <> '')
SELECT DISTINCT tenant_id, type, record_id, about_id, owner_id, substr(word, 1, 40) FROM words WHERE word <> '';

INSERT OR IGNORE INTO search_keys (tenant_id, key, type, record_id, about_id, owner_id)
SELECT tenant_id, word, type, record_id, about_id, owner_id FROM search_words;

-- Chinese, Japanese and Korean by pieces of two characters.
INSERT OR IGNORE INTO search_keys (tenant_id, key, type, record_id, about_id, owner_id)
WITH RECURSIVE places (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM places WHERE at < 39)
SELECT tenant_id, substr(word, at, 2), type, record_id, about_id, owner_id FROM search_words JOIN places ON at < length(word)
WHERE unicode(word) BETWEEN 11904 AND 55215;

-- One letter is forgiven in words of five to twelve.
INSERT OR IGNORE INTO search_keys (tenant_id, key, type, record_id, about_id, owner_id)
WITH RECURSIVE places (at) AS (SELECT 0 UNION ALL SELECT at + 1 FROM places WHERE at < 12)
SELECT tenant_id, '~' || substr(word, 1, max(at - 1, 0)) || substr(word, at + 1), type, record_id, about_id, owner_id
FROM search_words JOIN places ON at <= length(word)
WHERE length(word) BETWEEN 5 AND 12 AND unicode(word) NOT BETWEEN 11904 AND 55215 AND word NOT GLOB '*[0-9]*';

DROP TABLE search_words;
DROP TABLE search_texts;

CREATE TABLE search_numbers (tenant_id TEXT, type TEXT, id TEXT, owner_id TEXT, number TEXT);
INSERT INTO search_numbers SELECT tenant_id, 'customer', id, coalesce(owner_id, ''), lower(doc_no) FROM customers;
INSERT INTO search_numbers SELECT tenant_id, 'inquiry', id, coalesce(owner_id, ''), lower(doc_no) FROM inquiries;
INSERT INTO search_numbers SELECT tenant_id, 'deal', id, coalesce(owner_id, ''), lower(doc_no) FROM deals;
INSERT INTO search_numbers SELECT tenant_id, 'order', id, coalesce(owner_id, ''), lower(doc_no) FROM orders;
INSERT INTO search_numbers
SELECT tenant_id, 'order', id, coalesce(owner_id, ''), lower(buyer_po_no) FROM orders WHERE buyer_po_no IS NOT NULL;
UPDATE search_numbers SET number = replace(replace(replace(replace(replace(number, '/', '-'), '.', '-'), '_', '-'), ' ', '-'), '#', '-');
INSERT OR IGNORE INTO search_keys (tenant_id, key, type, record_id, about_id, owner_id)
SELECT tenant_id, replace(number, '-', ''), type, id, id, owner_id FROM search_numbers WHERE replace(number, '-', '') <> '';
INSERT OR IGNORE INTO search_keys (tenant_id, key, type, record_id, about_id, owner_id)
SELECT tenant_id, ltrim(replace(number, '-', ''), 'abcdefghijklmnopqrstuvwxyz'), type, id, id, owner_id FROM search_numbers
WHERE number GLOB '[a-z]*[0-9][0-9][0-9]*';
INSERT OR IGNORE INTO search_keys (tenant_id, key, type, record_id, about_id, owner_id)
SELECT tenant_id, substr(number, instr(number, '-') + 6), type, id, id, owner_id FROM search_numbers
WHERE number GLOB '*-[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9]*';
DROP TABLE search_numbers;

INSERT OR IGNORE INTO search_keys (tenant_id, key, type, record_id, about_id, owner_id)
SELECT d.tenant_id, substr(replace(replace(d.domain, '.', ''), '-', ''), 1, 40), 'customer', d.customer_id, d.customer_id, coalesce(c.owner_id, '')
FROM customer_domains d JOIN customers c ON c.tenant_id = d.tenant_id AND c.id = d.customer_id;

INSERT OR IGNORE INTO search_keys (tenant_id, key, type, record_id, about_id, owner_id)
SELECT t.tenant_id, substr(digits, -8), 'contact', t.id, t.customer_id, coalesce(c.owner_id, '') FROM (
  SELECT r.tenant_id, r.id, r.customer_id, replace(replace(replace(replace(replace(replace(replace(p.value, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '/', ''), '+', '') AS digits
  FROM contacts r, json_each(r.phones) p) t
JOIN customers c ON c.tenant_id = t.tenant_id AND c.id = t.customer_id
WHERE length(digits) >= 8 AND digits NOT GLOB '*[^0-9]*';

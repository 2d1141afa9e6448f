-- Who is to answer a request for a customer finds it with no mail open. Older requests are found beside the customer's mails.
ALTER TABLE access_requests ADD COLUMN owner_id TEXT;
ALTER TABLE access_requests ADD COLUMN superior_id TEXT;
CREATE INDEX access_requests_for_owner ON access_requests (tenant_id, owner_id, asked_at) WHERE status = 'open' AND owner_id IS NOT NULL;
CREATE INDEX access_requests_for_superior ON access_requests (tenant_id, superior_id, asked_at) WHERE status = 'open' AND superior_id IS NOT NULL;

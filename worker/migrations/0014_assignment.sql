-- Who is given inquiries, and who may take how many.

ALTER TABLE inquiries ADD COLUMN returned_by TEXT;
ALTER TABLE inquiries ADD COLUMN returned_at INTEGER;

CREATE INDEX inquiries_in_hand ON inquiries (tenant_id, owner_id)
  WHERE status IN ('assigned','claimed','contacted','qualified');
CREATE INDEX inquiries_given ON inquiries (tenant_id, owner_id, assigned_at) WHERE assigned_at IS NOT NULL;
CREATE INDEX inquiries_claimed ON inquiries (tenant_id, owner_id, claimed_at) WHERE claimed_at IS NOT NULL;

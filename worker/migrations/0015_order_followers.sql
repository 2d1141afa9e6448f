-- Who may be given a deal to follow.

CREATE INDEX users_following ON users (tenant_id, alias)
  WHERE status = 'active' AND roles LIKE '%"merchandiser"%';

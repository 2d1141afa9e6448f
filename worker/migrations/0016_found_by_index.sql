-- The deals of a team, and the newest version of each process, are found without a look at all others.

CREATE INDEX deals_by_team ON deals (tenant_id, team_id);
DROP INDEX workflows_by_subject;
CREATE INDEX workflows_by_subject ON workflows (tenant_id, subject, status, key, version_no);

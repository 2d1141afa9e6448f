-- Copies of somebody's data by when they were made, so that those whose time is over are found without a walk.
CREATE INDEX privacy_requests_copies ON privacy_requests (finished_at) WHERE file_id IS NOT NULL;

ALTER TABLE policy_version
  ADD CONSTRAINT policy_version_kind CHECK (kind IN ('visit', 'medication', 'incident', 'reminder', 'reward') AND body ->> 'kind' = kind),
  ADD CONSTRAINT policy_version_seq_counts CHECK (seq >= 1);
REVOKE UPDATE, DELETE ON policy_version FROM app;

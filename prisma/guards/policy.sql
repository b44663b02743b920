ALTER TABLE policy_version
  ADD CONSTRAINT policy_version_kind CHECK (
    kind IN ('visit', 'visitForm', 'visitWork', 'specialPeriod', 'assessment', 'caseTeam', 'medication', 'incident', 'handling', 'reminder', 'message', 'reward', 'payout', 'relief', 'calendar', 'meeting', 'guidance', 'screening', 'rights', 'retention', 'indicators', 'exchange')
    AND (body IS NULL OR body ->> 'kind' = kind)),
  ADD CONSTRAINT policy_version_follows CHECK (body IS NOT NULL OR township_id IS NOT NULL),
  ADD CONSTRAINT policy_version_seq_counts CHECK (seq >= 1),
  ADD CONSTRAINT policy_version_township FOREIGN KEY (county_id, township_id) REFERENCES area (county_id, id);
REVOKE UPDATE, DELETE ON policy_version FROM app;

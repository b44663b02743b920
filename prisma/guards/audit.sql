-- Deeds and reads are written once. Only the sealer's two columns may be filled in later.
REVOKE UPDATE, DELETE ON deed FROM app;
GRANT UPDATE (seal_seq, chain_hash) ON deed TO app;
REVOKE UPDATE, DELETE ON read_log FROM app;
REVOKE UPDATE ON change_history FROM app;
CREATE INDEX deed_unsealed ON deed (county_id, at, id) WHERE seal_seq IS NULL;

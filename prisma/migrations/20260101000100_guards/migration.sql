-- Made by tools/squash-migrations.mjs from prisma/guards; edit there.

GRANT USAGE ON SCHEMA public TO app;

GRANT SELECT, INSERT, UPDATE, DELETE ON "county" TO app;

GRANT SELECT, INSERT, UPDATE, DELETE ON "desk_ticket" TO app;

GRANT SELECT, INSERT, UPDATE, DELETE ON "wechat_account" TO app;

GRANT SELECT, INSERT, UPDATE, DELETE ON "access_setting" TO app;
ALTER TABLE "access_setting" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "access_setting" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "account_binding" TO app;
ALTER TABLE "account_binding" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "account_binding" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "area" TO app;
ALTER TABLE "area" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "area" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "area_alias" TO app;
ALTER TABLE "area_alias" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "area_alias" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "binding_clash" TO app;
ALTER TABLE "binding_clash" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "binding_clash" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "chain_head" TO app;
ALTER TABLE "chain_head" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "chain_head" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "change_history" TO app;
ALTER TABLE "change_history" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "change_history" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "county_key" TO app;
ALTER TABLE "county_key" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "county_key" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "deed" TO app;
ALTER TABLE "deed" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "deed" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "deputyship" TO app;
ALTER TABLE "deputyship" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "deputyship" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "invitation" TO app;
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "invitation" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "kept_answer" TO app;
ALTER TABLE "kept_answer" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "kept_answer" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "organisation" TO app;
ALTER TABLE "organisation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "organisation" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "outbox" TO app;
ALTER TABLE "outbox" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "outbox" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "person" TO app;
ALTER TABLE "person" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "person" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "post" TO app;
ALTER TABLE "post" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "post" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "read_log" TO app;
ALTER TABLE "read_log" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "read_log" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "session" TO app;
ALTER TABLE "session" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "session" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "step_up" TO app;
ALTER TABLE "step_up" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "step_up" USING (county_id = nullif(current_setting('app.county', true), '')::int);

-- access.sql
-- Names of places are read and sorted the way people look them up.
CREATE COLLATION IF NOT EXISTS zh_pinyin (provider = icu, locale = 'zh-u-co-pinyin');
ALTER TABLE area ALTER COLUMN name TYPE text COLLATE zh_pinyin;
ALTER TABLE organisation ALTER COLUMN name TYPE text COLLATE zh_pinyin;

ALTER TABLE area
  ADD CONSTRAINT area_kind CHECK (kind IN ('county', 'township', 'village')),
  ADD CONSTRAINT area_nests CHECK ((kind = 'county') = (parent_id IS NULL)),
  ADD CONSTRAINT area_path CHECK (path[array_length(path, 1)] = id),
  ADD CONSTRAINT area_code CHECK (code ~ '^[0-9]{12}$'),
  ADD CONSTRAINT area_days CHECK (until_on >= from_on);
-- A county has one root.
CREATE UNIQUE INDEX area_root ON area (county_id) WHERE parent_id IS NULL;

-- A post that ends at once on its first day was never in force.
ALTER TABLE post ADD CONSTRAINT post_days CHECK (until_on >= from_on - 1);
ALTER TABLE deputyship
  ADD CONSTRAINT deputyship_days CHECK (until_on >= from_on),
  ADD CONSTRAINT deputyship_of_another CHECK (person_id <> deputy_id);

ALTER TABLE invitation
  ADD CONSTRAINT invitation_tries CHECK (tries_left >= 0),
  ADD CONSTRAINT invitation_one_end CHECK (used_at IS NULL OR withdrawn_at IS NULL);
CREATE UNIQUE INDEX invitation_one_open ON invitation (county_id, person_id) WHERE used_at IS NULL AND withdrawn_at IS NULL;

-- One account a person, one person an account.
CREATE UNIQUE INDEX account_binding_person ON account_binding (county_id, person_id) WHERE revoked_at IS NULL;
CREATE UNIQUE INDEX account_binding_openid ON account_binding (county_id, openid_digest) WHERE revoked_at IS NULL;
CREATE UNIQUE INDEX binding_clash_open ON binding_clash (county_id, openid_digest) WHERE resolved_at IS NULL;

ALTER TABLE session ADD CONSTRAINT session_channel CHECK (channel IN ('phone', 'desk'));
ALTER TABLE step_up ADD CONSTRAINT step_up_state CHECK (state IN ('waiting', 'approved', 'refused', 'used'));
ALTER TABLE desk_ticket
  ADD CONSTRAINT desk_ticket_state CHECK (state IN ('waiting', 'approved', 'refused', 'used')),
  ADD CONSTRAINT desk_ticket_whose CHECK ((state IN ('approved', 'used')) <= (county_id IS NOT NULL AND person_id IS NOT NULL));

-- Who was bound, invited or in office is history; only sessions and tickets may be swept away.
REVOKE DELETE ON person, post, deputyship, invitation, account_binding, binding_clash, area, access_setting FROM app;

-- audit.sql
-- Deeds and reads are written once. Only the sealer's two columns may be filled in later.
REVOKE UPDATE, DELETE ON deed FROM app;
GRANT UPDATE (seal_seq, chain_hash) ON deed TO app;
REVOKE UPDATE, DELETE ON read_log FROM app;
REVOKE UPDATE ON change_history FROM app;
CREATE INDEX deed_unsealed ON deed (county_id, at, id) WHERE seal_seq IS NULL;

-- platform.sql
-- Work that is waiting, in the order it may be taken.
CREATE INDEX outbox_waiting ON outbox (county_id, not_before, id) WHERE done_at IS NULL;

-- graphile-worker guards its tables with row-level security of its own; the worker runs as `app`.
-- (Prisma's shadow database has no graphile_worker schema.)
DO $$
DECLARE
  guarded text;
BEGIN
  IF to_regnamespace('graphile_worker') IS NULL THEN
    RETURN;
  END IF;
  GRANT USAGE ON SCHEMA graphile_worker TO app;
  GRANT ALL ON ALL TABLES IN SCHEMA graphile_worker TO app;
  GRANT ALL ON ALL SEQUENCES IN SCHEMA graphile_worker TO app;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO app;
  FOR guarded IN SELECT relname FROM pg_class WHERE relnamespace = 'graphile_worker'::regnamespace AND relkind = 'r' AND relrowsecurity LOOP
    EXECUTE format('CREATE POLICY app ON graphile_worker.%I TO app USING (true) WITH CHECK (true)', guarded);
  END LOOP;
END $$;

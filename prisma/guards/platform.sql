-- Room in every page for the claim of all its rows beside them: a row that has to go to another page has to be entered into every index again.
ALTER TABLE outbox_due SET (fillfactor = 45);
-- Alarms have a lane of their own: however much else waits, it is not looked through.
CREATE INDEX outbox_due_urgent ON outbox_due (county_id, not_before) WHERE urgent;
-- A promise is known by what makes it one: promised twice it has one id, and needs no second index to be found by. No kind has a space.
CREATE FUNCTION promise_id(kind text, key text) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$ SELECT md5(kind || ' ' || key)::uuid $$;
GRANT EXECUTE ON FUNCTION promise_id(text, text) TO app;

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

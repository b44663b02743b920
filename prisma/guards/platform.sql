-- Room in every page for the claim of all its rows beside them: rows are claimed as they were promised, in one batch, and one that has to go to
-- another page has to be entered into every index again.
ALTER TABLE outbox SET (fillfactor = 45);
-- Work that is waiting, in the order it may be taken.
CREATE INDEX outbox_waiting ON outbox (county_id, not_before, id) WHERE done_at IS NULL;
-- Alarms have a lane of their own: however much else waits, it is not looked through.
CREATE INDEX outbox_urgent ON outbox (county_id, not_before, id) WHERE done_at IS NULL AND urgent;

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

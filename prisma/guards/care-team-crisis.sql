ALTER TABLE duty_shift
  ADD CONSTRAINT duty_shift_time CHECK (until_at > from_at),
  ADD CONSTRAINT duty_shift_township FOREIGN KEY (county_id, township_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT duty_shift_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
-- Who is on duty at a moment, and a stretch of the roster.
CREATE INDEX duty_shift_on ON duty_shift (county_id, township_id, until_at) INCLUDE (from_at, person_id) WHERE removed_at IS NULL;
CREATE INDEX duty_shift_of ON duty_shift (county_id, person_id, until_at) WHERE removed_at IS NULL;
ALTER TABLE drill
  ADD CONSTRAINT drill_township FOREIGN KEY (county_id, township_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT drill_logged_by FOREIGN KEY (county_id, logged_by) REFERENCES person (county_id, id);
REVOKE DELETE ON duty_shift FROM app;
REVOKE UPDATE, DELETE ON drill FROM app;

ALTER TABLE area_residents
  ADD CONSTRAINT area_residents_some CHECK (residents > 0),
  ADD CONSTRAINT area_residents_of FOREIGN KEY (county_id, area_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT area_residents_by FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
REVOKE UPDATE, DELETE ON area_residents FROM app;

ALTER TABLE indicator_count ADD CONSTRAINT indicator_count_first_day CHECK (extract(day FROM month) = 1);
-- Nobody is in a numerator who is not in its denominator.
ALTER TABLE indicator_month
  ADD CONSTRAINT indicator_month_first_day CHECK (extract(day FROM month) = 1),
  ADD CONSTRAINT indicator_month_village_of FOREIGN KEY (county_id, village_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT indicator_month_parts CHECK (
    greatest(managed, taking, met, examined) <= registered AND greatest(within_norm, stable) <= managed AND taking_regularly <= taking
    AND least(registered, within_norm, taking_regularly, stable, met, examined) >= 0);
REVOKE DELETE ON indicator_count, indicator_month FROM app;

-- Read over counties, written by each for itself.
ALTER TABLE published_indicator ENABLE ROW LEVEL SECURITY;
CREATE POLICY told ON published_indicator FOR SELECT USING (true);
CREATE POLICY publishes ON published_indicator FOR INSERT WITH CHECK (county_id = nullif(current_setting('app.county', true), '')::int);
CREATE POLICY corrects ON published_indicator FOR UPDATE USING (county_id = nullif(current_setting('app.county', true), '')::int);
ALTER TABLE published_indicator
  ADD CONSTRAINT published_indicator_first_day CHECK (extract(day FROM month) = 1),
  ADD CONSTRAINT published_indicator_question CHECK (question IN
    ('detection', 'management', 'standardManagement', 'medicated', 'regularlyMedicated', 'stable', 'faceVisited', 'examined')),
  ADD CONSTRAINT published_indicator_hidden CHECK (NOT hidden OR (numerator IS NULL AND denominator IS NULL)),
  ADD CONSTRAINT published_indicator_parts CHECK (numerator >= 0 AND (numerator <= denominator OR question = 'detection')),
  ADD CONSTRAINT published_indicator_of FOREIGN KEY (county_id) REFERENCES county (id);
REVOKE DELETE ON published_indicator FROM app;

ALTER TABLE early_warning
  ADD CONSTRAINT early_warning_kind CHECK (kind IN ('medicineStopped', 'bandUp', 'overdue', 'missedVisits', 'incidentCluster', 'guardianLost')),
  ADD CONSTRAINT early_warning_grade CHECK (grade BETWEEN 1 AND 3),
  ADD CONSTRAINT early_warning_state CHECK (state IN ('open', 'acknowledged', 'closed', 'over')),
  ADD CONSTRAINT early_warning_seen CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL) AND (state <> 'acknowledged' OR acknowledged_at IS NOT NULL)),
  -- What somebody closed says by whom and how; what went away by itself does not.
  ADD CONSTRAINT early_warning_closed CHECK (
    (state IN ('closed', 'over')) = (closed_at IS NOT NULL) AND (state = 'closed') = (closed_by IS NOT NULL) AND (state = 'closed') = (note_sealed IS NOT NULL)),
  ADD CONSTRAINT early_warning_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
REVOKE DELETE ON early_warning FROM app;

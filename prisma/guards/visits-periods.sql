ALTER TABLE special_period
  ADD CONSTRAINT special_period_days CHECK (ends_on >= starts_on AND ended_on <= ends_on),
  ADD CONSTRAINT special_period_bands CHECK (cardinality(bands) > 0),
  ADD CONSTRAINT special_period_state CHECK (state IN ('proposed', 'approved', 'refused', 'withdrawn', 'endedEarly')
    AND (state IN ('proposed', 'withdrawn')) = (decided_by IS NULL) AND (state = 'endedEarly') = (ended_on IS NOT NULL AND ended_by IS NOT NULL)),
  -- Two persons.
  ADD CONSTRAINT special_period_two CHECK (decided_by <> proposed_by),
  ADD CONSTRAINT special_period_area FOREIGN KEY (county_id, area_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT special_period_proposer FOREIGN KEY (county_id, proposed_by) REFERENCES person (county_id, id),
  ADD CONSTRAINT special_period_decider FOREIGN KEY (county_id, decided_by) REFERENCES person (county_id, id);
CREATE INDEX special_period_running ON special_period (county_id, ends_on) WHERE state = 'approved';
ALTER TABLE special_period_member
  ADD CONSTRAINT special_period_member_left CHECK ((left_on IS NULL) = (left_why IS NULL) AND left_on >= entered_on),
  ADD CONSTRAINT special_period_member_why CHECK (left_why IN ('over', 'band', 'care')),
  ADD CONSTRAINT special_period_member_risk CHECK (risk BETWEEN 0 AND 5),
  ADD CONSTRAINT special_period_member_of FOREIGN KEY (county_id, period_id) REFERENCES special_period (county_id, id),
  ADD CONSTRAINT special_period_member_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
CREATE UNIQUE INDEX special_period_member_once ON special_period_member (county_id, period_id, patient_id) WHERE left_on IS NULL;
-- Whom to ask after on a day.
CREATE INDEX special_period_member_in ON special_period_member (county_id, patient_id) WHERE left_on IS NULL;
ALTER TABLE roll_call_mark
  ADD CONSTRAINT roll_call_mark_result CHECK (result IN ('seen', 'phoned', 'unreachable')),
  ADD CONSTRAINT roll_call_mark_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT roll_call_mark_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
REVOKE DELETE ON special_period, special_period_member, roll_call_mark FROM app;
REVOKE UPDATE ON roll_call_mark FROM app;
-- How somebody was found stays; of whom it was can turn out to be another file of the same person.
GRANT UPDATE (patient_id) ON roll_call_mark TO app;

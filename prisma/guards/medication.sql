ALTER TABLE regimen
  ADD CONSTRAINT regimen_days CHECK (until >= since - 1 AND ordered_since <= since),
  ADD CONSTRAINT regimen_source CHECK (source IN ('registration', 'visit', 'doctor') AND (source = 'doctor') = (order_sealed IS NOT NULL)),
  ADD CONSTRAINT regimen_set CHECK ((source = 'doctor') = (set_by IS NOT NULL) AND (source = 'doctor') = (set_at IS NOT NULL)),
  ADD CONSTRAINT regimen_end_reason CHECK (end_reason IN ('recovered', 'sideEffect', 'bodilyIllness', 'other')),
  ADD CONSTRAINT regimen_end CHECK (end_reason IS NULL OR until IS NOT NULL),
  ADD CONSTRAINT regimen_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
CREATE UNIQUE INDEX regimen_one ON regimen (county_id, patient_id) WHERE until IS NULL;
-- What planning asks of the few whose injection or supply comes into sight.
CREATE INDEX regimen_injection ON regimen (county_id, injection_due_on) WHERE injection_due_on IS NOT NULL;
CREATE INDEX regimen_supply ON regimen (county_id, runs_out_on) WHERE runs_out_on IS NOT NULL;
ALTER TABLE confirmation
  ADD CONSTRAINT confirmation_answer CHECK (answer IN ('taken', 'partly', 'notTaken')),
  ADD CONSTRAINT confirmation_why CHECK (why IN ('forgot', 'refused', 'sideEffect', 'ranOut', 'doctorStopped', 'other')),
  ADD CONSTRAINT confirmation_explained CHECK (why IS NULL OR answer <> 'taken'),
  ADD CONSTRAINT confirmation_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT confirmation_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
ALTER TABLE found_adherence
  ADD CONSTRAINT found_adherence_code CHECK (adherence BETWEEN 1 AND 4),
  ADD CONSTRAINT found_adherence_patient FOREIGN KEY (county_id, id) REFERENCES patient (county_id, id);
ALTER TABLE injection
  ADD CONSTRAINT injection_patient_is FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT injection_person FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
ALTER TABLE dispensing
  ADD CONSTRAINT dispensing_arrival CHECK (arrival IN ('fetched', 'delivered')),
  ADD CONSTRAINT dispensing_arrived CHECK ((arrival IS NULL) = (arrived_on IS NULL) AND (arrival IS NULL) = (arrival_by IS NULL)),
  ADD CONSTRAINT dispensing_patient_is FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT dispensing_person FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
REVOKE DELETE ON regimen, confirmation, injection, dispensing FROM app;
REVOKE UPDATE ON injection FROM app;
-- What was given stays; of whom it was can turn out to be another file of the same person.
GRANT UPDATE (patient_id) ON injection TO app;

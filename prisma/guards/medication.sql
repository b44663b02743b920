ALTER TABLE regimen
  ADD CONSTRAINT regimen_days CHECK (until >= since - 1),
  ADD CONSTRAINT regimen_source CHECK (source IN ('registration', 'visit')),
  ADD CONSTRAINT regimen_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
CREATE UNIQUE INDEX regimen_one ON regimen (county_id, patient_id) WHERE until IS NULL;
ALTER TABLE confirmation
  ADD CONSTRAINT confirmation_answer CHECK (answer IN ('taken', 'partly', 'notTaken')),
  ADD CONSTRAINT confirmation_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT confirmation_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
REVOKE DELETE ON regimen, confirmation FROM app;

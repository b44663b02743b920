CREATE UNIQUE INDEX patient_id_number ON patient (county_id, id_number_digest) WHERE id_number_digest IS NOT NULL;
ALTER TABLE patient
  ADD CONSTRAINT patient_village FOREIGN KEY (county_id, village_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT patient_township FOREIGN KEY (county_id, township_id) REFERENCES area (county_id, id);
ALTER TABLE guardianship
  ADD CONSTRAINT guardianship_days CHECK (until >= since - 1),
  ADD CONSTRAINT guardianship_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT guardianship_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
CREATE UNIQUE INDEX guardianship_primary ON guardianship (county_id, patient_id) WHERE is_primary AND until IS NULL;

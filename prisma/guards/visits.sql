ALTER TABLE visit
  ADD CONSTRAINT visit_state CHECK (state IN ('checkedIn', 'recorded')),
  ADD CONSTRAINT visit_recorded CHECK ((state = 'recorded') = (record_sealed IS NOT NULL AND result IS NOT NULL AND recorded_at IS NOT NULL)),
  ADD CONSTRAINT visit_result CHECK (result IN ('done', 'missed', 'lost', 'deceased')),
  ADD CONSTRAINT visit_finding CHECK ((result = 'done') = (risk IS NOT NULL AND stability IS NOT NULL)),
  ADD CONSTRAINT visit_risk CHECK (risk BETWEEN 0 AND 5),
  ADD CONSTRAINT visit_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT visit_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
REVOKE DELETE ON visit FROM app;

ALTER TABLE legal_matter
  ADD CONSTRAINT legal_matter_kind CHECK (kind IN ('dispute', 'mediationNotice', 'legalAdvice', 'legalAid', 'forensic')),
  ADD CONSTRAINT legal_matter_subject CHECK ((subject IS NOT NULL) = (kind IN ('dispute', 'mediationNotice'))),
  ADD CONSTRAINT legal_matter_state CHECK (state IN ('open', 'underway', 'closed')),
  ADD CONSTRAINT legal_matter_closed CHECK ((state = 'closed') = (outcome IS NOT NULL)),
  ADD CONSTRAINT legal_matter_about CHECK (num_nonnulls(patient_id, area_id) = 1),
  ADD CONSTRAINT legal_matter_of_somebody CHECK (patient_id IS NOT NULL OR kind NOT IN ('legalAid', 'forensic')),
  ADD CONSTRAINT legal_matter_of FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT legal_matter_at FOREIGN KEY (county_id, area_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT legal_matter_to FOREIGN KEY (county_id, owner_id) REFERENCES person (county_id, id),
  ADD CONSTRAINT legal_matter_by FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
ALTER TABLE legal_step
  ADD CONSTRAINT legal_step_of FOREIGN KEY (county_id, matter_id) REFERENCES legal_matter (county_id, id),
  ADD CONSTRAINT legal_step_by FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
-- What was done stays as it was written; what a matter is about is not rewritten.
REVOKE UPDATE, DELETE ON legal_step, legal_matter FROM app;
GRANT UPDATE (patient_id, state, outcome, owner_id, due_on, version) ON legal_matter TO app;

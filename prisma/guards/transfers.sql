ALTER TABLE transfer_out
  ADD CONSTRAINT transfer_out_state CHECK (state IN ('proposed', 'released', 'rejected', 'withdrawn')),
  ADD CONSTRAINT transfer_out_away CHECK (to_county <> county_id),
  ADD CONSTRAINT transfer_out_ended CHECK ((state = 'proposed') = (ended_at IS NULL)),
  ADD CONSTRAINT transfer_out_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT transfer_out_proposer FOREIGN KEY (county_id, proposed_by) REFERENCES person (county_id, id);
-- One handover of a patient waits at a time.
CREATE UNIQUE INDEX transfer_out_proposed ON transfer_out (county_id, patient_id) WHERE state = 'proposed';
ALTER TABLE transfer_in
  ADD CONSTRAINT transfer_in_state CHECK (state IN ('waiting', 'accepted', 'takenOver', 'rejected', 'withdrawn')),
  ADD CONSTRAINT transfer_in_from CHECK (from_county <> county_id),
  ADD CONSTRAINT transfer_in_whole CHECK (state NOT IN ('waiting', 'accepted') OR (package_sealed IS NOT NULL AND reason_sealed IS NOT NULL)),
  ADD CONSTRAINT transfer_in_erased CHECK (state NOT IN ('rejected', 'withdrawn') OR package_sealed IS NULL),
  ADD CONSTRAINT transfer_in_accepted CHECK (state NOT IN ('accepted', 'takenOver') OR (village_id IS NOT NULL AND answered_by IS NOT NULL)),
  ADD CONSTRAINT transfer_in_taken_over CHECK ((state = 'takenOver') = (patient_id IS NOT NULL) AND (patient_id IS NULL) = (taken_over_at IS NULL)),
  ADD CONSTRAINT transfer_in_township FOREIGN KEY (county_id, township_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT transfer_in_village FOREIGN KEY (county_id, village_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT transfer_in_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT transfer_in_answerer FOREIGN KEY (county_id, answered_by) REFERENCES person (county_id, id);
CREATE INDEX transfer_in_patient ON transfer_in (county_id, patient_id) WHERE patient_id IS NOT NULL;
CREATE INDEX transfer_in_to_erase ON transfer_in (county_id, taken_over_at) WHERE state = 'takenOver' AND package_sealed IS NOT NULL;
REVOKE DELETE ON transfer_out, transfer_in FROM app;

ALTER TABLE attachment
  ADD CONSTRAINT attachment_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT attachment_type CHECK (type IN ('image/jpeg', 'image/png', 'application/pdf', 'audio/mpeg', 'audio/wav')),
  ADD CONSTRAINT attachment_of_somebody CHECK (patient_id IS NOT NULL OR kind IN ('incident', 'other')),
  -- Nobody takes out what is erased because the time of a clue is over.
  ADD CONSTRAINT attachment_removed CHECK (
    (removed_at IS NULL) = (remove_reason_sealed IS NULL)
    AND (removed_by IS NULL OR removed_at IS NOT NULL)
    AND (removed_by IS NOT NULL OR removed_at IS NULL OR patient_id IS NULL)),
  ADD CONSTRAINT attachment_evidence CHECK (removed_at IS NULL OR cardinality(evidence_of) = 0);
REVOKE DELETE ON attachment FROM app;

ALTER TABLE break_glass
  ADD CONSTRAINT break_glass_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT break_glass_review CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL) AND (reviewed_at IS NULL) = (verdict IS NULL)),
  ADD CONSTRAINT break_glass_by_another CHECK (reviewed_by <> person_id),
  ADD CONSTRAINT break_glass_verdict CHECK (verdict IN ('justified', 'unjustified'));
-- Who opened what and why is written once; only that it was seen and reviewed comes later.
REVOKE UPDATE, DELETE ON break_glass FROM app;
GRANT UPDATE (seen_by, seen_at, reviewed_by, reviewed_at, verdict, note_sealed) ON break_glass TO app;

ALTER TABLE patient_account
  ADD CONSTRAINT patient_account_days CHECK (until >= since - 1),
  ADD CONSTRAINT patient_account_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT patient_account_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
CREATE UNIQUE INDEX patient_account_one ON patient_account (county_id, patient_id) WHERE until IS NULL;
CREATE UNIQUE INDEX patient_account_of_one ON patient_account (county_id, person_id) WHERE until IS NULL;

ALTER TABLE rights_request
  ADD CONSTRAINT rights_request_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT rights_request_state CHECK (state IN ('open', 'answered', 'escalated', 'closed')),
  ADD CONSTRAINT rights_request_way CHECK (
    CASE way
      WHEN 'outside' THEN asked_by IS NULL AND written_by IS NOT NULL AND proof IS NOT NULL AND outside_sealed IS NOT NULL
      ELSE way IN ('self', 'guardian') AND asked_by IS NOT NULL AND written_by IS NULL AND outside_sealed IS NULL
    END);
REVOKE DELETE ON rights_request FROM app;
ALTER TABLE rights_answer
  ADD CONSTRAINT rights_answer_request FOREIGN KEY (county_id, request_id) REFERENCES rights_request (county_id, id);
REVOKE UPDATE, DELETE ON rights_answer FROM app;

ALTER TABLE data_export
  ADD CONSTRAINT data_export_state CHECK (state IN ('requested', 'approved', 'refused')),
  ADD CONSTRAINT data_export_by_another CHECK (decided_by <> asked_by),
  ADD CONSTRAINT data_export_approved CHECK ((state = 'approved') = (expires_at IS NOT NULL));
REVOKE DELETE ON data_export FROM app;

-- That something was erased is never erased.
REVOKE UPDATE, DELETE ON erasure FROM app;

ALTER TABLE handed_in
  ADD CONSTRAINT handed_in_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT handed_in_area FOREIGN KEY (county_id, area_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT handed_in_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id),
  ADD CONSTRAINT handed_in_state CHECK (state IN ('waiting', 'takenOver', 'setAside')),
  -- Only what an office has set aside is emptied, once its time is over.
  ADD CONSTRAINT handed_in_erased CHECK (state = 'setAside' OR octet_length(write_sealed) > 0),
  ADD CONSTRAINT handed_in_by_another CHECK (decided_by <> person_id),
  ADD CONSTRAINT handed_in_decided CHECK (
    (state = 'waiting') = (decided_by IS NULL) AND (state = 'waiting') = (decided_at IS NULL) AND (state = 'waiting') = (reason_sealed IS NULL));
-- What a phone handed in stays as it came; what an office decides about it comes later, and what it set aside is emptied in the end.
REVOKE UPDATE, DELETE ON handed_in FROM app;
GRANT UPDATE (patient_id, write_sealed, state, decided_by, decided_at, reason_sealed, version) ON handed_in TO app;

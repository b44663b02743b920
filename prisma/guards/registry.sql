-- A file that was merged into another keeps its number for its history; the other one answers for it.
CREATE UNIQUE INDEX patient_id_number ON patient (county_id, id_number_digest) WHERE id_number_digest IS NOT NULL AND state <> 'merged';
ALTER TABLE patient
  ADD CONSTRAINT patient_born CHECK (born ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  ADD CONSTRAINT patient_village FOREIGN KEY (county_id, village_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT patient_township FOREIGN KEY (county_id, township_id) REFERENCES area (county_id, id);
ALTER TABLE guardianship
  ADD CONSTRAINT guardianship_days CHECK (until >= since - 1),
  ADD CONSTRAINT guardianship_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT guardianship_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
CREATE UNIQUE INDEX guardianship_primary ON guardianship (county_id, patient_id) WHERE is_primary AND until IS NULL;
ALTER TABLE guardianship
  ADD CONSTRAINT guardianship_kind CHECK (kind IN ('statutory', 'entrusted', 'placed')),
  ADD CONSTRAINT guardianship_end CHECK (end_reason IN ('changed', 'unable', 'died', 'withdrawn', 'recovered'));

ALTER TABLE patient
  ADD CONSTRAINT patient_state CHECK (state IN ('suspected', 'registered', 'inCare', 'away', 'lostToFollowUp', 'missing', 'hospitalised',
    'inCustody', 'compulsoryMedical', 'compulsoryDrugRehab', 'deceased', 'movedOut', 'notConfirmed', 'merged')),
  ADD CONSTRAINT patient_care CHECK (care <@ '{clinical,watch,telephone,medication,contact}'),
  ADD CONSTRAINT patient_closed CHECK ((cardinality(care) = 0) = (state IN ('deceased', 'movedOut', 'notConfirmed', 'merged')));
ALTER TABLE life_event
  ADD CONSTRAINT life_event_turn CHECK (from_state <> to_state),
  ADD CONSTRAINT life_event_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT life_event_recorder FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
CREATE INDEX life_event_deaths ON life_event (county_id, on_day) WHERE to_state = 'deceased';
ALTER TABLE consent
  ADD CONSTRAINT consent_decision CHECK (decision IN ('given', 'refused', 'withdrawn', 'notRequired')),
  ADD CONSTRAINT consent_basis CHECK ((decision = 'notRequired') = (basis IS NOT NULL)),
  ADD CONSTRAINT consent_signer CHECK ((decision = 'notRequired') = (signer IS NULL) AND (signer IS NULL) = (signer_name_sealed IS NULL)),
  ADD CONSTRAINT consent_text CHECK (decision NOT IN ('given', 'refused') OR text_version IS NOT NULL),
  ADD CONSTRAINT consent_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT consent_recorder FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
ALTER TABLE guardian_helper
  ADD CONSTRAINT guardian_helper_days CHECK (until >= since - 1),
  ADD CONSTRAINT guardian_helper_another CHECK (guardian_id <> person_id),
  ADD CONSTRAINT guardian_helper_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT guardian_helper_guardian FOREIGN KEY (county_id, guardian_id) REFERENCES person (county_id, id),
  ADD CONSTRAINT guardian_helper_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
CREATE UNIQUE INDEX guardian_helper_once ON guardian_helper (county_id, patient_id, guardian_id, person_id) WHERE until IS NULL;
ALTER TABLE patient_move
  ADD CONSTRAINT patient_move_state CHECK (state IN ('waiting', 'accepted', 'rejected', 'withdrawn')),
  ADD CONSTRAINT patient_move_away CHECK (from_village_id <> to_village_id),
  ADD CONSTRAINT patient_move_answered CHECK ((state = 'waiting') = (answered_at IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL)),
  ADD CONSTRAINT patient_move_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT patient_move_from FOREIGN KEY (county_id, from_village_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT patient_move_to FOREIGN KEY (county_id, to_village_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT patient_move_proposer FOREIGN KEY (county_id, proposed_by) REFERENCES person (county_id, id);
-- One handover of a patient waits at a time.
CREATE UNIQUE INDEX patient_move_waiting ON patient_move (county_id, patient_id) WHERE state = 'waiting';
REVOKE DELETE ON life_event, consent, guardian_helper, patient_move, guardianship FROM app;
REVOKE UPDATE ON life_event, consent FROM app;
-- What was decided stays; of whom it was decided can turn out to be another file of the same person.
GRANT UPDATE (patient_id) ON consent TO app;

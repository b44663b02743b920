ALTER TABLE handling
  ADD CONSTRAINT handling_state CHECK (state IN ('open', 'closing', 'closed')),
  -- The state says how many of the two parts are given, and they are two persons'.
  ADD CONSTRAINT handling_parts CHECK (
    num_nonnulls(doctor_by, police_by) = CASE state WHEN 'open' THEN 0 WHEN 'closing' THEN 1 ELSE 2 END
    AND (doctor_by IS NULL) = (doctor_at IS NULL) AND (police_by IS NULL) = (police_at IS NULL) AND coalesce(doctor_by <> police_by, true)),
  ADD CONSTRAINT handling_of_incident FOREIGN KEY (county_id, incident_id) REFERENCES incident (county_id, id),
  ADD CONSTRAINT handling_of_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
ALTER TABLE handling_entry
  ADD CONSTRAINT handling_entry_kind CHECK (kind IN ('step', 'note', 'people', 'measure', 'restraint', 'harm', 'diagnosis', 'observation')),
  ADD CONSTRAINT handling_entry_of FOREIGN KEY (county_id, handling_id) REFERENCES handling (county_id, id),
  ADD CONSTRAINT handling_entry_corrects FOREIGN KEY (county_id, corrects_id) REFERENCES handling_entry (county_id, id),
  ADD CONSTRAINT handling_entry_by FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
-- A row is put right once; what was still wrong then is put right in the row that did.
CREATE UNIQUE INDEX handling_entry_once ON handling_entry (county_id, corrects_id) WHERE corrects_id IS NOT NULL;
ALTER TABLE incident_conduct
  ADD CONSTRAINT incident_conduct_conduct CHECK (
    conduct IN ('mildDisturbance', 'troubleMaking', 'seriousHarm', 'otherHarm', 'selfHarm', 'suicideAttempt', 'none')
    AND (conduct = 'none') = (times = 0)),
  ADD CONSTRAINT incident_conduct_as CHECK (decided_as IN ('doctor', 'police') AND (risk IS NULL OR decided_as = 'doctor')),
  ADD CONSTRAINT incident_conduct_risk CHECK (risk BETWEEN 0 AND 5),
  ADD CONSTRAINT incident_conduct_of FOREIGN KEY (county_id, incident_id) REFERENCES incident (county_id, id),
  ADD CONSTRAINT incident_conduct_person FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
ALTER TABLE admission
  ADD CONSTRAINT admission_ground CHECK (ground IN ('voluntary', 'dangerToSelf', 'dangerToOthers')),
  -- Mental Health Law, Art. 30, 31, 36: who may sign, by ground.
  ADD CONSTRAINT admission_signed CHECK (
    ground = 'voluntary' AND signed_by = 'patient' OR ground = 'dangerToSelf' AND signed_by = 'guardian'
    OR ground = 'dangerToOthers' AND signed_by IN ('guardian', 'committee')),
  ADD CONSTRAINT admission_state CHECK (state IN ('inHospital', 'rediagnosing', 'confirmed', 'toRelease', 'discharged', 'received', 'ended')
    AND (state IN ('discharged', 'received', 'ended')) = (discharged_on IS NOT NULL)),
  ADD CONSTRAINT admission_rediagnosis CHECK ((ground = 'dangerToOthers') = (rediagnosis_until IS NOT NULL)),
  ADD CONSTRAINT admission_of FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT admission_after FOREIGN KEY (county_id, incident_id) REFERENCES incident (county_id, id);
-- Nobody is in two hospitals.
CREATE UNIQUE INDEX admission_one ON admission (county_id, patient_id) WHERE discharged_on IS NULL;
ALTER TABLE admission_event
  ADD CONSTRAINT admission_event_step CHECK (step IN ('admitted', 'askRediagnosis', 'confirm', 'notConfirm', 'discharge', 'receive')),
  ADD CONSTRAINT admission_event_of FOREIGN KEY (county_id, admission_id) REFERENCES admission (county_id, id),
  ADD CONSTRAINT admission_event_by FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
ALTER TABLE missing_person
  ADD CONSTRAINT missing_person_state CHECK (state IN ('searching', 'found')
    AND (state = 'found') = (found_at IS NOT NULL AND condition IS NOT NULL AND found_by IS NOT NULL)),
  ADD CONSTRAINT missing_person_condition CHECK (condition IN ('well', 'hurt', 'elsewhere', 'death')),
  ADD CONSTRAINT missing_person_of FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT missing_person_incident FOREIGN KEY (county_id, incident_id) REFERENCES incident (county_id, id);
-- The search for somebody is one.
CREATE UNIQUE INDEX missing_person_one ON missing_person (county_id, patient_id) WHERE state = 'searching';
ALTER TABLE look_back
  ADD CONSTRAINT look_back_cause CHECK (cause IN ('seriousHarm', 'death', 'other')),
  ADD CONSTRAINT look_back_span CHECK (from_on <= to_on),
  ADD CONSTRAINT look_back_of FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
REVOKE DELETE ON handling, admission, missing_person FROM app;
REVOKE UPDATE, DELETE ON handling_entry, incident_conduct, admission_event, look_back FROM app;
-- What was found stays; of whom can turn out to be another file of the same person.
GRANT UPDATE (patient_id) ON incident_conduct TO app;

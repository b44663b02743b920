ALTER TABLE visit
  ADD CONSTRAINT visit_state CHECK (state IN ('checkedIn', 'recorded')),
  ADD CONSTRAINT visit_recorded CHECK ((state = 'recorded') = (record_sealed IS NOT NULL AND result IS NOT NULL AND recorded_at IS NOT NULL)),
  ADD CONSTRAINT visit_result CHECK (result IN ('done', 'missed', 'lost', 'deceased')),
  ADD CONSTRAINT visit_form CHECK (form IN ('national', 'quick') AND (state = 'recorded') = (national IS NOT NULL AND local IS NOT NULL AND details_sealed IS NOT NULL)),
  -- A quick form knows no class, and a risk only when somebody saw one.
  ADD CONSTRAINT visit_finding CHECK (CASE WHEN result = 'done' AND form = 'national' THEN risk IS NOT NULL AND stability IS NOT NULL ELSE stability IS NULL AND (result = 'done' OR risk IS NULL) END),
  ADD CONSTRAINT visit_risk CHECK (risk BETWEEN 0 AND 5),
  ADD CONSTRAINT visit_told CHECK (result = 'done' OR (met IS NULL AND adherence IS NULL AND guardianship IS NULL)),
  ADD CONSTRAINT visit_adherence CHECK (adherence BETWEEN 1 AND 4),
  ADD CONSTRAINT visit_guardianship CHECK (guardianship BETWEEN 1 AND 4),
  ADD CONSTRAINT visit_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT visit_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
REVOKE DELETE ON visit FROM app;
ALTER TABLE visit_year ADD CONSTRAINT visit_year_of FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
-- Visits that met nobody, by their day: the morning looks at the last ones, and they are few among all.
CREATE INDEX visit_missed ON visit (county_id, on_day) INCLUDE (patient_id) WHERE result = 'missed';
-- Who was there and has not said so yet.
CREATE INDEX visit_presence_open ON visit_presence (county_id, person_id) WHERE state = 'named';

ALTER TABLE visit_presence
  ADD CONSTRAINT visit_presence_state CHECK (state IN ('named', 'confirmed', 'disputed') AND (state = 'named') = (answered_at IS NULL)),
  ADD CONSTRAINT visit_presence_visit FOREIGN KEY (county_id, visit_id) REFERENCES visit (county_id, id),
  ADD CONSTRAINT visit_presence_of FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
ALTER TABLE visit_photo
  ADD CONSTRAINT visit_photo_visit FOREIGN KEY (county_id, visit_id) REFERENCES visit (county_id, id),
  ADD CONSTRAINT visit_photo_attachment FOREIGN KEY (county_id, id) REFERENCES attachment (county_id, id);
REVOKE UPDATE, DELETE ON visit_photo FROM app;
ALTER TABLE visit_outcome
  ADD CONSTRAINT visit_outcome_outcome CHECK (outcome IN ('admitted', 'treated', 'refused', 'notArranged')),
  ADD CONSTRAINT visit_outcome_visit FOREIGN KEY (county_id, id) REFERENCES visit (county_id, id);
ALTER TABLE referral
  ADD CONSTRAINT referral_state CHECK (state IN ('sent', 'accepted', 'done', 'answered', 'declined', 'toCommunity', 'inCommunity', 'toldBack')),
  ADD CONSTRAINT referral_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT referral_visit_made FOREIGN KEY (county_id, visit_id) REFERENCES visit (county_id, id);
ALTER TABLE referral_step
  ADD CONSTRAINT referral_step_step CHECK (step IN ('accept', 'decline', 'finish', 'answer', 'refer', 'join', 'leave')),
  ADD CONSTRAINT referral_step_of FOREIGN KEY (county_id, referral_id) REFERENCES referral (county_id, id);
ALTER TABLE rights_alert
  ADD CONSTRAINT rights_alert_state CHECK (state IN ('open', 'closed') AND (state = 'closed') = (closed_at IS NOT NULL AND outcome IS NOT NULL)),
  ADD CONSTRAINT rights_alert_outcome CHECK (outcome IN ('unlocked', 'notConfined')),
  ADD CONSTRAINT rights_alert_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
-- One open alert a patient: a second visit finds the same lock.
CREATE UNIQUE INDEX rights_alert_one ON rights_alert (county_id, patient_id) WHERE state = 'open';
ALTER TABLE concern
  ADD CONSTRAINT concern_kind CHECK (kind IN ('abuse', 'abandonment', 'moneyTaken', 'other')),
  ADD CONSTRAINT concern_state CHECK (state IN ('open', 'closed') AND (state = 'closed') = (closed_at IS NOT NULL AND result_sealed IS NOT NULL)),
  ADD CONSTRAINT concern_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
ALTER TABLE lost_report
  ADD CONSTRAINT lost_report_state CHECK (state IN ('draft', 'issued', 'void') AND (state = 'issued') = (issued_at IS NOT NULL AND letter_sealed IS NOT NULL)),
  ADD CONSTRAINT lost_report_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
-- One draft a patient: it is sent at once, the search is one.
CREATE UNIQUE INDEX lost_report_one_draft ON lost_report (county_id, patient_id) WHERE state = 'draft';
REVOKE DELETE ON visit_presence, referral, rights_alert, concern, lost_report FROM app;
REVOKE UPDATE, DELETE ON visit_outcome, referral_step FROM app;
-- What came of a visit stays; of whom it was can turn out to be another file of the same person.
GRANT UPDATE (patient_id) ON visit_outcome TO app;

ALTER TABLE standing
  ADD CONSTRAINT standing_risk CHECK (risk BETWEEN 0 AND 5 AND (risk IS NULL) = (risk_on IS NULL)),
  ADD CONSTRAINT standing_stability CHECK (stability IN ('unstable', 'basicStable', 'stable')),
  ADD CONSTRAINT standing_patient FOREIGN KEY (county_id, id) REFERENCES patient (county_id, id);
ALTER TABLE rating
  ADD CONSTRAINT rating_risk CHECK (risk BETWEEN 0 AND 5),
  ADD CONSTRAINT rating_stability CHECK (stability IN ('unstable', 'basicStable', 'stable')),
  ADD CONSTRAINT rating_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
REVOKE UPDATE, DELETE ON rating FROM app;
REVOKE DELETE ON standing FROM app;

ALTER TABLE assessment_due
  ADD CONSTRAINT assessment_due_cycle_known CHECK (cycle IN ('riskReview', 'healthExam')),
  ADD CONSTRAINT assessment_due_days CHECK (overdue_after >= due_on AND due_on >= counted_from),
  ADD CONSTRAINT assessment_due_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
ALTER TABLE risk_review
  ADD CONSTRAINT risk_review_risk CHECK (risk BETWEEN 0 AND 5),
  ADD CONSTRAINT risk_review_stability CHECK (stability IN ('unstable', 'basicStable', 'stable')),
  ADD CONSTRAINT risk_review_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
ALTER TABLE health_exam
  ADD CONSTRAINT health_exam_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
REVOKE UPDATE, DELETE ON risk_review, health_exam FROM app;
ALTER TABLE band_proposal
  ADD CONSTRAINT band_proposal_state CHECK (state IN ('waiting', 'agreed', 'refused', 'lapsed')),
  -- Two people, or none.
  ADD CONSTRAINT band_proposal_two CHECK ((state IN ('agreed', 'refused')) = (decided_by IS NOT NULL) AND decided_by <> proposed_by),
  ADD CONSTRAINT band_proposal_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
CREATE UNIQUE INDEX band_proposal_waits ON band_proposal (county_id, patient_id) WHERE state = 'waiting';
REVOKE DELETE ON assessment_due, band_proposal FROM app;
-- What was found stays; of whom it was found can turn out to be another file of the same person.
GRANT UPDATE (patient_id) ON rating, risk_review, health_exam TO app;

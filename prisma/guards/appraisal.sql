ALTER TABLE appraisal
  ADD CONSTRAINT appraisal_state CHECK (state IN ('gathering', 'proposed', 'decided', 'objected', 'answered', 'final')),
  ADD CONSTRAINT appraisal_outcome CHECK (outcome IN ('full', 'partial', 'zero')),
  ADD CONSTRAINT appraisal_days CHECK (to_on >= from_on),
  ADD CONSTRAINT appraisal_amounts CHECK (full_fen >= 0 AND decided_fen BETWEEN 0 AND full_fen),
  ADD CONSTRAINT appraisal_decided CHECK ((state IN ('decided', 'objected', 'answered', 'final')) = (outcome IS NOT NULL AND decided_fen IS NOT NULL)),
  -- While somebody has to decide or to answer, nothing takes effect.
  ADD CONSTRAINT appraisal_effective CHECK (
    CASE WHEN state IN ('decided', 'final') THEN effective_on IS NOT NULL WHEN state = 'answered' THEN true ELSE effective_on IS NULL END),
  -- Nobody who objected ends up with less.
  ADD CONSTRAINT appraisal_floor CHECK (round >= 1 AND (state NOT IN ('decided', 'final') OR floor_fen IS NULL OR decided_fen >= floor_fen)),
  ADD CONSTRAINT appraisal_of_agreement FOREIGN KEY (county_id, agreement_id) REFERENCES agreement (county_id, id);
ALTER TABLE appraisal_opinion
  ADD CONSTRAINT appraisal_opinion_outcome CHECK (outcome IN ('full', 'partial', 'zero')),
  ADD CONSTRAINT appraisal_opinion_percent CHECK (pay_percent BETWEEN 0 AND 100),
  ADD CONSTRAINT appraisal_opinion_heard CHECK ((outcome = 'full') = (guardian_heard_on IS NULL)),
  ADD CONSTRAINT appraisal_opinion_by FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
REVOKE UPDATE, DELETE ON appraisal_opinion FROM app;

ALTER TABLE appraisal_objection
  ADD CONSTRAINT appraisal_objection_level CHECK (level IN ('township', 'county')),
  ADD CONSTRAINT appraisal_objection_way CHECK (way IN ('self', 'village') AND (way = 'self') = (made_by = guardian_id)),
  ADD CONSTRAINT appraisal_objection_state CHECK (state IN ('open', 'upheld', 'refused', 'passed')),
  ADD CONSTRAINT appraisal_objection_said CHECK (words_sealed IS NOT NULL OR voice_id IS NOT NULL),
  ADD CONSTRAINT appraisal_objection_answer CHECK (
    (state IN ('upheld', 'refused')) = (answered_by IS NOT NULL AND answered_at IS NOT NULL AND reasons_sealed IS NOT NULL)),
  ADD CONSTRAINT appraisal_objection_not_own CHECK (answered_by <> guardian_id),
  ADD CONSTRAINT appraisal_objection_to FOREIGN KEY (county_id, appraisal_id) REFERENCES appraisal (county_id, id);
CREATE UNIQUE INDEX appraisal_objection_one_open ON appraisal_objection (county_id, appraisal_id) WHERE state = 'open';
REVOKE UPDATE, DELETE ON appraisal_objection FROM app;
GRANT UPDATE (state, officer_id, answered_by, answered_at, reasons_sealed, version) ON appraisal_objection TO app;

ALTER TABLE guardian_training
  ADD CONSTRAINT guardian_training_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT guardian_training_guardian FOREIGN KEY (county_id, guardian_id) REFERENCES person (county_id, id);
REVOKE UPDATE, DELETE ON guardian_training FROM app;
-- A merge of two files moves them.
GRANT UPDATE (patient_id) ON appraisal_objection, guardian_training TO app;

ALTER TABLE year_stop
  ADD CONSTRAINT year_stop_state CHECK (state IN ('proposed', 'decided', 'withdrawn')),
  -- Two persons, also for whoever reaches the table past the rules.
  ADD CONSTRAINT year_stop_by_two CHECK ((state = 'proposed') = (decided_by IS NULL) AND (state <> 'decided' OR decided_by <> proposed_by)),
  ADD CONSTRAINT year_stop_of_appraisal FOREIGN KEY (county_id, appraisal_id) REFERENCES appraisal (county_id, id);
-- One that is proposed or decided for a period.
CREATE UNIQUE INDEX year_stop_one ON year_stop (county_id, appraisal_id) WHERE state <> 'withdrawn';
REVOKE UPDATE, DELETE ON year_stop FROM app;
GRANT UPDATE (state, version, decided_by, decided_at) ON year_stop TO app;

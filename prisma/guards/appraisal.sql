ALTER TABLE appraisal
  ADD CONSTRAINT appraisal_state CHECK (state IN ('gathering', 'proposed', 'decided', 'final')),
  ADD CONSTRAINT appraisal_outcome CHECK (outcome IN ('full', 'partial', 'zero')),
  ADD CONSTRAINT appraisal_days CHECK (to_on >= from_on),
  ADD CONSTRAINT appraisal_amounts CHECK (full_fen >= 0 AND decided_fen BETWEEN 0 AND full_fen),
  ADD CONSTRAINT appraisal_decided CHECK ((state IN ('decided', 'final')) = (outcome IS NOT NULL AND decided_fen IS NOT NULL AND effective_on IS NOT NULL)),
  ADD CONSTRAINT appraisal_of_agreement FOREIGN KEY (county_id, agreement_id) REFERENCES agreement (county_id, id);
ALTER TABLE appraisal_opinion
  ADD CONSTRAINT appraisal_opinion_outcome CHECK (outcome IN ('full', 'partial', 'zero')),
  ADD CONSTRAINT appraisal_opinion_percent CHECK (pay_percent BETWEEN 0 AND 100),
  ADD CONSTRAINT appraisal_opinion_heard CHECK ((outcome = 'full') = (guardian_heard_on IS NULL)),
  ADD CONSTRAINT appraisal_opinion_by FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
REVOKE UPDATE, DELETE ON appraisal_opinion FROM app;

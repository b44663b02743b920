ALTER TABLE agreement
  ADD CONSTRAINT agreement_state CHECK (state IN ('draft', 'signedByGuardian', 'active', 'suspended', 'closed', 'terminated')),
  ADD CONSTRAINT agreement_cycle CHECK (cycle IN ('month', 'quarter', 'halfYear', 'year')),
  ADD CONSTRAINT agreement_standard_class CHECK (standard_class IN ('one', 'two')),
  ADD CONSTRAINT agreement_term CHECK (to_on >= from_on AND to_on < from_on + interval '1 year' AND last_on <= to_on),
  ADD CONSTRAINT agreement_of_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT agreement_with_guardian FOREIGN KEY (county_id, guardian_id) REFERENCES person (county_id, id);
-- One live agreement for a patient.
CREATE UNIQUE INDEX agreement_one_live ON agreement (county_id, patient_id)
  WHERE state IN ('draft', 'signedByGuardian', 'active', 'suspended');
ALTER TABLE agreement_pause ADD CONSTRAINT agreement_pause_days CHECK (until_on >= from_on - 1);
CREATE UNIQUE INDEX agreement_pause_open ON agreement_pause (county_id, agreement_id) WHERE until_on IS NULL;
ALTER TABLE agreement_signature
  ADD CONSTRAINT agreement_signature_side CHECK (side IN ('guardian', 'township')),
  -- The guardian by touch or on paper before a witness, never both; the township by neither.
  ADD CONSTRAINT agreement_signature_way CHECK ((side = 'guardian') = (num_nonnulls(strokes_sealed, pages) = 1) AND num_nonnulls(strokes_sealed, pages) < 2),
  ADD CONSTRAINT agreement_signature_witness CHECK ((pages IS NULL) = (witness_id IS NULL) AND witness_id <> person_id);
ALTER TABLE agreement_reading ADD CONSTRAINT agreement_reading_of FOREIGN KEY (county_id, agreement_id) REFERENCES agreement (county_id, id);
-- What was signed stays as it was signed.
REVOKE UPDATE, DELETE ON agreement_document, agreement_signature, agreement_step, agreement_reading FROM app;
REVOKE DELETE ON agreement, agreement_pause FROM app;

ALTER TABLE reward_application
  ADD CONSTRAINT reward_application_state CHECK (state IN
    ('villageReview', 'townshipReview', 'countyApproval', 'approved', 'returned', 'refused', 'objected', 'closed', 'withdrawn')),
  ADD CONSTRAINT reward_application_term CHECK (to_on >= from_on AND to_on < from_on + interval '1 year'),
  ADD CONSTRAINT reward_application_refused CHECK (state NOT IN ('refused', 'objected') OR refused_at IS NOT NULL),
  ADD CONSTRAINT reward_application_of_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT reward_application_for_guardian FOREIGN KEY (county_id, guardian_id) REFERENCES person (county_id, id);
-- One application for a patient at a time.
CREATE UNIQUE INDEX reward_application_one_live ON reward_application (county_id, patient_id)
  WHERE state IN ('villageReview', 'townshipReview', 'countyApproval', 'returned', 'objected');
ALTER TABLE reward_application_step
  ADD CONSTRAINT reward_application_step_opinion CHECK ((act = 'opinion') = (department IS NOT NULL AND stand IS NOT NULL));
-- An opinion is each department's own: one a round, and nobody speaks for two.
CREATE UNIQUE INDEX reward_application_opinion ON reward_application_step (county_id, application_id, round, department) WHERE act = 'opinion';
CREATE UNIQUE INDEX reward_application_speaker ON reward_application_step (county_id, application_id, round, person_id) WHERE act = 'opinion';
ALTER TABLE agreement ADD CONSTRAINT agreement_from_application FOREIGN KEY (county_id, application_id) REFERENCES reward_application (county_id, id);
-- An application leads to one agreement; one that was ended before it began does not count.
CREATE UNIQUE INDEX agreement_one_of_application ON agreement (county_id, application_id) WHERE state <> 'terminated';
REVOKE UPDATE, DELETE ON reward_application_step FROM app;
REVOKE DELETE ON reward_application FROM app;

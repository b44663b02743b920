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
  ADD CONSTRAINT agreement_signature_strokes CHECK ((side = 'guardian') = (strokes_sealed IS NOT NULL));
-- What was signed stays as it was signed.
REVOKE UPDATE, DELETE ON agreement_document, agreement_signature, agreement_step FROM app;
REVOKE DELETE ON agreement, agreement_pause FROM app;

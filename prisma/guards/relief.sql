ALTER TABLE relief_answer
  ADD CONSTRAINT relief_answer_answer CHECK (answer IN ('yes', 'no')),
  ADD CONSTRAINT relief_answer_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT relief_answer_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
ALTER TABLE relief_application
  ADD CONSTRAINT relief_application_state CHECK (state IN ('collecting', 'forwarded', 'granted', 'refused', 'objected', 'upheld', 'withdrawn')),
  ADD CONSTRAINT relief_application_papers CHECK (handed_in <@ asked),
  -- A refusal has somebody who entered it and a day until which it can be objected to.
  ADD CONSTRAINT relief_application_refused CHECK (state NOT IN ('refused', 'objected', 'upheld') OR (decided_by IS NOT NULL AND object_until IS NOT NULL)),
  ADD CONSTRAINT relief_application_due CHECK ((state IN ('collecting', 'forwarded', 'objected')) = (due_on IS NOT NULL)),
  ADD CONSTRAINT relief_application_of_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
-- One application for a benefit at a time.
CREATE UNIQUE INDEX relief_application_one_live ON relief_application (county_id, patient_id, benefit)
  WHERE state IN ('collecting', 'forwarded', 'objected');
ALTER TABLE relief_step ADD CONSTRAINT relief_step_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
ALTER TABLE relief_grant
  ADD CONSTRAINT relief_grant_days CHECK (until_on >= from_on - 1),
  ADD CONSTRAINT relief_grant_amount CHECK (amount_fen >= 0 AND (amount_fen IS NULL) = (rhythm IS NULL)),
  ADD CONSTRAINT relief_grant_rhythm CHECK (rhythm IN ('once', 'month', 'year')),
  ADD CONSTRAINT relief_grant_of_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT relief_grant_of_application FOREIGN KEY (county_id, relief_id) REFERENCES relief_application (county_id, id);
-- What an application led to stands in the ledger once.
CREATE UNIQUE INDEX relief_grant_once ON relief_grant (county_id, relief_id) WHERE relief_id IS NOT NULL;
CREATE INDEX relief_grant_ending ON relief_grant (county_id, until_on) WHERE until_on IS NOT NULL;
ALTER TABLE relief_cost
  ADD CONSTRAINT relief_cost_state CHECK (state IN ('proposed', 'reviewed', 'paid', 'supervised', 'returned')),
  ADD CONSTRAINT relief_cost_origin CHECK (origin IN ('unknown', 'elsewhere', 'homeless', 'threeNo')),
  ADD CONSTRAINT relief_cost_paid_for CHECK (paid_for IN ('treatment', 'travel', 'board', 'helpers', 'other')),
  -- Travel, board and helpers are costs of an escort.
  ADD CONSTRAINT relief_cost_of_escort CHECK (paid_for = 'treatment' OR escort_id IS NOT NULL),
  ADD CONSTRAINT relief_cost_escort FOREIGN KEY (county_id, escort_id) REFERENCES escort (county_id, id),
  ADD CONSTRAINT relief_cost_amounts CHECK (bill_fen > 0 AND allowed_fen <= bill_fen AND paid_fen <= allowed_fen),
  -- Whoever proposed, reviewed, paid and supervised are four persons.
  ADD CONSTRAINT relief_cost_persons CHECK (
    proposed_by <> reviewed_by AND proposed_by <> paid_by AND proposed_by <> supervised_by
    AND reviewed_by <> paid_by AND reviewed_by <> supervised_by AND paid_by <> supervised_by),
  ADD CONSTRAINT relief_cost_reviewed CHECK (state = 'proposed' OR reviewed_by IS NOT NULL),
  ADD CONSTRAINT relief_cost_paid CHECK ((state IN ('paid', 'supervised')) = (paid_by IS NOT NULL AND paid_fen IS NOT NULL)),
  ADD CONSTRAINT relief_cost_supervised CHECK ((state = 'supervised') = (supervised_by IS NOT NULL)),
  ADD CONSTRAINT relief_cost_of_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
ALTER TABLE escort
  ADD CONSTRAINT escort_reason CHECK (reason IN ('elsewhere', 'homeless', 'noGuardian', 'hospital')),
  ADD CONSTRAINT escort_state CHECK (state IN ('planned', 'underway', 'handedOver', 'cancelled')),
  -- A handover has its receipt, its moment and somebody who wrote it, and nothing else has.
  ADD CONSTRAINT escort_receipt CHECK (num_nonnulls(receipt_sealed, handed_over_at, handed_over_by) = CASE state WHEN 'handedOver' THEN 3 ELSE 0 END),
  ADD CONSTRAINT escort_of FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT escort_by FOREIGN KEY (county_id, planned_by) REFERENCES person (county_id, id),
  ADD CONSTRAINT escort_handed_by FOREIGN KEY (county_id, handed_over_by) REFERENCES person (county_id, id);
-- What was answered, decided and found stays as it was.
REVOKE UPDATE, DELETE ON relief_answer, relief_step, relief_cost_step FROM app;
REVOKE DELETE ON relief_application, relief_grant, relief_cost FROM app;
REVOKE UPDATE, DELETE ON escort FROM app;
GRANT UPDATE (patient_id, state, receipt_sealed, handed_over_at, handed_over_by, version) ON escort TO app;
GRANT UPDATE (patient_id) ON relief_answer TO app;

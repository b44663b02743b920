ALTER TABLE recovery
  ADD CONSTRAINT recovery_state CHECK (state IN ('proposed', 'owed', 'settled', 'withdrawn')),
  ADD CONSTRAINT recovery_amount CHECK (amount_fen > 0 AND repaid_fen BETWEEN 0 AND amount_fen),
  -- Paid back to the fen, and only what is owed.
  ADD CONSTRAINT recovery_settled CHECK ((state = 'settled') = (repaid_fen = amount_fen) AND (state IN ('owed', 'settled') OR repaid_fen = 0)),
  -- Two persons, also for whoever reaches the table past the rules; neither of them the debtor.
  ADD CONSTRAINT recovery_by_two CHECK (state NOT IN ('owed', 'settled') OR (decided_by IS NOT NULL AND decided_by <> proposed_by)),
  ADD CONSTRAINT recovery_not_own CHECK (proposed_by <> guardian_id AND (decided_by IS NULL OR decided_by <> guardian_id)),
  ADD CONSTRAINT recovery_of_entitlement FOREIGN KEY (county_id, entitlement_id) REFERENCES entitlement (county_id, id);
ALTER TABLE recovery_repayment
  ADD CONSTRAINT recovery_repayment_amount CHECK (amount_fen > 0),
  ADD CONSTRAINT recovery_repayment_of FOREIGN KEY (county_id, recovery_id) REFERENCES recovery (county_id, id);
REVOKE UPDATE, DELETE ON recovery, recovery_repayment FROM app;
GRANT UPDATE (state, version, repaid_fen, decided_by, moved_at) ON recovery TO app;

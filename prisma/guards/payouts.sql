ALTER TABLE entitlement
  ADD CONSTRAINT entitlement_state CHECK (state IN ('approved', 'claimable', 'inTransfer', 'paid', 'failed', 'returned')),
  ADD CONSTRAINT entitlement_kind CHECK (kind IN ('regular', 'supplement')),
  ADD CONSTRAINT entitlement_amount CHECK (amount_fen > 0 AND attempt >= 1 AND seq >= 1),
  ADD CONSTRAINT entitlement_in_batch CHECK (state = 'approved' OR batch_id IS NOT NULL),
  ADD CONSTRAINT entitlement_frozen CHECK (frozen_sealed IS NULL OR batch_id IS NOT NULL),
  ADD CONSTRAINT entitlement_pending CHECK ((pending_decision IS NULL) = (pending_by IS NULL)),
  ADD CONSTRAINT entitlement_of_agreement FOREIGN KEY (county_id, agreement_id) REFERENCES agreement (county_id, id),
  ADD CONSTRAINT entitlement_of_appraisal FOREIGN KEY (county_id, appraisal_id) REFERENCES appraisal (county_id, id),
  ADD CONSTRAINT entitlement_of_batch FOREIGN KEY (county_id, batch_id) REFERENCES batch (county_id, id);
ALTER TABLE batch
  ADD CONSTRAINT batch_state CHECK (state IN ('draft', 'checked', 'released', 'reconciled', 'returned')),
  ADD CONSTRAINT batch_office FOREIGN KEY (county_id, office_id) REFERENCES organisation (county_id, id);
CREATE INDEX batch_wanting ON batch (county_id, bills_due_at, id) WHERE bills_due_at IS NOT NULL;
ALTER TABLE batch_step ADD CONSTRAINT batch_step_step CHECK (step IN ('prepared', 'checked', 'released', 'returned', 'reconciled', 'noticed'));
-- Maker, checker and payer are three persons, also for whoever reaches the table past the rules.
CREATE UNIQUE INDEX batch_step_one_hand ON batch_step (county_id, batch_id, person_id) WHERE step IN ('prepared', 'checked', 'released');

ALTER TABLE merchant_token ADD CONSTRAINT merchant_token_call CHECK (call IN ('create', 'query', 'cancel', 'receipt'));

ALTER TABLE bill
  ADD CONSTRAINT bill_state CHECK (state IN ('prepared', 'ACCEPTED', 'PROCESSING', 'WAIT_USER_CONFIRM', 'TRANSFERING', 'CANCELING', 'SUCCESS', 'FAIL', 'CANCELLED')),
  ADD CONSTRAINT bill_number CHECK (out_bill_no ~ '^[0-9A-Za-z]{32}$'),
  ADD CONSTRAINT bill_final CHECK ((state IN ('SUCCESS', 'FAIL', 'CANCELLED')) = (final_at IS NOT NULL)),
  ADD CONSTRAINT bill_of_entitlement FOREIGN KEY (county_id, entitlement_id) REFERENCES entitlement (county_id, id);
ALTER TABLE bill
  ADD CONSTRAINT bill_channel CHECK (channel IN ('wechat', 'bank', 'cash')),
  ADD CONSTRAINT bill_way CHECK ((channel = 'wechat') = (merchant_account_id IS NOT NULL) AND (channel = 'wechat') = (list_id IS NULL));
-- At most one bill, over all channels, that has paid or still may pay an entitlement.
CREATE UNIQUE INDEX bill_one_live ON bill (county_id, entitlement_id) WHERE state NOT IN ('FAIL', 'CANCELLED');
CREATE INDEX bill_open ON bill (county_id, due_at, id) WHERE final_at IS NULL AND channel = 'wechat';
ALTER TABLE payee_channel ADD CONSTRAINT payee_channel_way CHECK (channel IN ('wechat', 'bank', 'cash') AND (channel = 'bank') = (account_sealed IS NOT NULL));
ALTER TABLE pay_list
  ADD CONSTRAINT pay_list_channel CHECK (channel IN ('bank', 'cash')),
  ADD CONSTRAINT pay_list_batch FOREIGN KEY (county_id, batch_id) REFERENCES batch (county_id, id);
ALTER TABLE bill_receipt ADD CONSTRAINT bill_receipt_bill FOREIGN KEY (county_id, bill_id) REFERENCES bill (county_id, id);
ALTER TABLE reconciliation_difference ADD CONSTRAINT difference_kind CHECK (kind IN ('paidElsewhere', 'unknownToPlatform', 'otherState', 'otherAmount', 'unresolved', 'ledger'));
-- The same difference is open once.
CREATE UNIQUE INDEX difference_open ON reconciliation_difference (county_id, entitlement_id, kind) WHERE closed_at IS NULL;
ALTER TABLE cash_receipt ADD CONSTRAINT cash_receipt_bill FOREIGN KEY (county_id, bill_id) REFERENCES bill (county_id, id);

ALTER TABLE ledger_account
  ADD CONSTRAINT ledger_account_name CHECK (account IN ('received', 'available', 'committed', 'claimable', 'inTransfer', 'paid', 'failed', 'recovering', 'spent')),
  -- Only what finance handed over runs negative: no fen is spent that is not there.
  ADD CONSTRAINT ledger_account_covered CHECK (CASE WHEN account = 'received' THEN balance_fen <= 0 ELSE balance_fen >= 0 END);
ALTER TABLE ledger_posting
  ADD CONSTRAINT ledger_posting_amount CHECK (amount_fen > 0),
  ADD CONSTRAINT ledger_posting_moves CHECK (from_account <> to_account);
ALTER TABLE appropriation ADD CONSTRAINT appropriation_amount CHECK (amount_fen > 0);

ALTER TABLE budget_line
  ADD CONSTRAINT budget_line_for CHECK (purpose IN ('reward', 'screening', 'review', 'rating', 'emergency', 'relief', 'treatment', 'rehabilitation', 'elsewhere')),
  ADD CONSTRAINT budget_line_planned CHECK (planned_fen >= 0 AND year BETWEEN 2000 AND 2199),
  ADD CONSTRAINT budget_line_office FOREIGN KEY (county_id, office_id) REFERENCES organisation (county_id, id);
-- A batch is paid from the reward's money and from no other, and nothing else is: also for whoever reaches the tables past the rules.
ALTER TABLE batch
  ADD CONSTRAINT batch_of_reward CHECK (purpose = 'reward'),
  ADD CONSTRAINT batch_line FOREIGN KEY (county_id, line_id, purpose) REFERENCES budget_line (county_id, id, purpose);
ALTER TABLE expenditure
  ADD CONSTRAINT expenditure_not_of_reward CHECK (purpose <> 'reward'),
  ADD CONSTRAINT expenditure_amount CHECK (amount_fen > 0),
  -- Typed from a voucher with what it was for, or a patient's cost.
  ADD CONSTRAINT expenditure_source CHECK (num_nonnulls(document_number, words_sealed) = CASE WHEN cost_id IS NULL THEN 2 ELSE 0 END),
  ADD CONSTRAINT expenditure_line FOREIGN KEY (county_id, line_id, purpose) REFERENCES budget_line (county_id, id, purpose),
  ADD CONSTRAINT expenditure_office FOREIGN KEY (county_id, office_id) REFERENCES organisation (county_id, id),
  ADD CONSTRAINT expenditure_cost FOREIGN KEY (county_id, cost_id) REFERENCES relief_cost (county_id, id),
  ADD CONSTRAINT expenditure_by FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
-- A cost is paid once.
CREATE UNIQUE INDEX expenditure_one_cost ON expenditure (county_id, cost_id) WHERE cost_id IS NOT NULL;
ALTER TABLE expenditure_step
  ADD CONSTRAINT expenditure_step_step CHECK (step IN ('checked', 'takenBack')),
  ADD CONSTRAINT expenditure_step_of FOREIGN KEY (county_id, expenditure_id) REFERENCES expenditure (county_id, id),
  ADD CONSTRAINT expenditure_step_by FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
ALTER TABLE ledger_account ADD CONSTRAINT ledger_account_line FOREIGN KEY (county_id, line_id) REFERENCES budget_line (county_id, id);

REVOKE UPDATE, DELETE ON bill_receipt, payee_channel, cash_receipt, ledger_posting, ledger_snapshot, appropriation, batch_step, expenditure, expenditure_step FROM app;
-- What the money of a line is for stays as it was.
REVOKE UPDATE ON budget_line FROM app;
GRANT UPDATE (planned_fen) ON budget_line TO app;
REVOKE DELETE ON pay_list, entitlement, budget_line, batch, bill, ledger_account, bill_directory FROM app;

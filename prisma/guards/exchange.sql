ALTER TABLE exchange_round
  ADD CONSTRAINT exchange_round_month CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT exchange_round_state CHECK (state IN ('open', 'signed', 'lapsed')),
  ADD CONSTRAINT exchange_round_township FOREIGN KEY (county_id, township_id) REFERENCES area (county_id, id);
ALTER TABLE exchange_list
  ADD CONSTRAINT exchange_list_department CHECK (department IN ('police', 'health', 'civilAffairs', 'disabledFederation')),
  ADD CONSTRAINT exchange_list_round FOREIGN KEY (county_id, round_id) REFERENCES exchange_round (county_id, id),
  ADD CONSTRAINT exchange_list_maker FOREIGN KEY (county_id, made_by) REFERENCES person (county_id, id);
ALTER TABLE exchange_row
  ADD CONSTRAINT exchange_row_verdict CHECK (verdict IN ('matched', 'candidate', 'unknown', 'refused')),
  ADD CONSTRAINT exchange_row_whose CHECK ((verdict = 'matched') = (patient_id IS NOT NULL)),
  ADD CONSTRAINT exchange_row_round FOREIGN KEY (county_id, round_id) REFERENCES exchange_round (county_id, id),
  ADD CONSTRAINT exchange_row_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
-- Nobody is twice in what one department hands in.
CREATE UNIQUE INDEX exchange_row_once ON exchange_row (county_id, round_id, patient_id, department) WHERE patient_id IS NOT NULL;
ALTER TABLE exchange_difference
  ADD CONSTRAINT exchange_difference_state CHECK (state IN ('open', 'confirmed', 'corrected', 'disputed')),
  ADD CONSTRAINT exchange_difference_answered CHECK ((state = 'open') = (answered_by IS NULL) AND (answered_by IS NULL) = (answered_at IS NULL)),
  ADD CONSTRAINT exchange_difference_round FOREIGN KEY (county_id, round_id) REFERENCES exchange_round (county_id, id),
  ADD CONSTRAINT exchange_difference_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
ALTER TABLE exchange_package
  ADD CONSTRAINT exchange_package_round FOREIGN KEY (county_id, id) REFERENCES exchange_round (county_id, id),
  ADD CONSTRAINT exchange_package_signer FOREIGN KEY (county_id, signed_by) REFERENCES person (county_id, id);
ALTER TABLE system_entry
  ADD CONSTRAINT system_entry_system CHECK (system IN ('national', 'police')),
  ADD CONSTRAINT system_entry_state CHECK (state IN ('entered', 'pending', 'removed')),
  ADD CONSTRAINT system_entry_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT system_entry_recorder FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
REVOKE DELETE ON exchange_round FROM app;
-- What was agreed and signed is never altered; what was entered stays, of whom can turn out to be another file of the same person.
REVOKE UPDATE, DELETE ON exchange_package, system_entry FROM app;
GRANT UPDATE (patient_id) ON system_entry TO app;

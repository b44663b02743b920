ALTER TABLE meeting
  ADD CONSTRAINT meeting_kind CHECK (kind IN ('regular', 'special')),
  ADD CONSTRAINT meeting_state CHECK (state IN ('planned', 'drafting', 'countersigning', 'issued', 'cancelled')),
  ADD CONSTRAINT meeting_written CHECK (state IN ('planned', 'cancelled') OR text_id IS NOT NULL),
  ADD CONSTRAINT meeting_sent CHECK (state NOT IN ('countersigning', 'issued') OR sent_at IS NOT NULL),
  ADD CONSTRAINT meeting_called_off CHECK ((state = 'cancelled') = (cancel_sealed IS NOT NULL)),
  ADD CONSTRAINT meeting_of FOREIGN KEY (county_id, township_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT meeting_convened_by FOREIGN KEY (county_id, convened_by) REFERENCES person (county_id, id);
ALTER TABLE meeting_unit
  ADD CONSTRAINT meeting_unit_meeting FOREIGN KEY (county_id, meeting_id) REFERENCES meeting (county_id, id),
  ADD CONSTRAINT meeting_unit_organisation FOREIGN KEY (county_id, organisation_id) REFERENCES organisation (county_id, id);
ALTER TABLE meeting_text
  ADD CONSTRAINT meeting_text_meeting FOREIGN KEY (county_id, meeting_id) REFERENCES meeting (county_id, id),
  ADD CONSTRAINT meeting_text_by FOREIGN KEY (county_id, written_by) REFERENCES person (county_id, id);
ALTER TABLE countersignature
  ADD CONSTRAINT countersignature_stand CHECK (stand IN ('agree', 'object')),
  ADD CONSTRAINT countersignature_reason CHECK (stand = 'agree' OR words_sealed IS NOT NULL),
  ADD CONSTRAINT countersignature_text FOREIGN KEY (county_id, text_id) REFERENCES meeting_text (county_id, id),
  ADD CONSTRAINT countersignature_unit FOREIGN KEY (county_id, meeting_id, organisation_id) REFERENCES meeting_unit (county_id, meeting_id, organisation_id);
ALTER TABLE meeting_issue
  ADD CONSTRAINT meeting_issue_serial CHECK (serial > 0),
  ADD CONSTRAINT meeting_issue_meeting FOREIGN KEY (county_id, id) REFERENCES meeting (county_id, id),
  ADD CONSTRAINT meeting_issue_text FOREIGN KEY (county_id, text_id) REFERENCES meeting_text (county_id, id);
ALTER TABLE meeting_decision
  ADD CONSTRAINT meeting_decision_state CHECK (state IN ('open', 'done')),
  ADD CONSTRAINT meeting_decision_done CHECK ((state = 'done') = (done_at IS NOT NULL AND done_by IS NOT NULL AND outcome_sealed IS NOT NULL)),
  ADD CONSTRAINT meeting_decision_issue FOREIGN KEY (county_id, meeting_id) REFERENCES meeting_issue (county_id, id),
  ADD CONSTRAINT meeting_decision_by FOREIGN KEY (county_id, owner_id) REFERENCES person (county_id, id);
REVOKE DELETE ON meeting, meeting_unit, meeting_serial, meeting_decision FROM app;
-- What was written, signed and issued stays as it is.
REVOKE UPDATE, DELETE ON meeting_text, countersignature, meeting_issue FROM app;
-- What was decided is changed by nobody; only whose it is and what became of it.
REVOKE UPDATE ON meeting_decision FROM app;
GRANT UPDATE (owner_id, state, outcome_sealed, done_by, done_at, version) ON meeting_decision TO app;

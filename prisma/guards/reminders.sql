ALTER TABLE credit
  ADD CONSTRAINT credit_counts CHECK (messages_left >= 0 AND phone_ahead >= 0 AND platform_ahead >= 0),
  ADD CONSTRAINT credit_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
ALTER TABLE message
  ADD CONSTRAINT message_state CHECK (state IN ('waiting', 'sending', 'sent', 'noCredit', 'failed', 'doubtful')),
  ADD CONSTRAINT message_purpose CHECK (purpose IN ('medication', 'visit', 'incident', 'payout')),
  ADD CONSTRAINT message_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
REVOKE DELETE ON credit, credit_event, message FROM app;

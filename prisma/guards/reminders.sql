ALTER TABLE credit
  ADD CONSTRAINT credit_counts CHECK (messages_left >= 0 AND phone_ahead >= 0 AND platform_ahead >= 0),
  ADD CONSTRAINT credit_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
ALTER TABLE credit_entry
  ADD CONSTRAINT credit_entry_cause CHECK (cause IN ('accepted', 'sent', 'exhausted', 'rejected', 'confirmedLate')),
  ADD CONSTRAINT credit_entry_source CHECK (source IN ('phone', 'platform', 'sending')),
  ADD CONSTRAINT credit_entry_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
ALTER TABLE message
  ADD CONSTRAINT message_state CHECK (state IN ('waiting', 'sending', 'sent', 'noCredit', 'failed', 'doubtful')),
  ADD CONSTRAINT message_purpose CHECK (purpose IN
    ('medication', 'visit', 'task', 'overdue', 'incident', 'help', 'checkOut', 'payout', 'review', 'notice', 'funds')),
  ADD CONSTRAINT message_channel CHECK (channel IN ('wechat', 'sms', 'call')),
  ADD CONSTRAINT message_count CHECK (count >= 1),
  ADD CONSTRAINT message_acknowledged CHECK (acknowledged_at IS NULL OR read_at IS NOT NULL),
  ADD CONSTRAINT message_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
-- Room in every page for what becomes of its messages beside them: those of a page are settled together.
ALTER TABLE message SET (fillfactor = 50);
ALTER TABLE message_attempt
  ADD CONSTRAINT message_attempt_channel_known CHECK (channel IN ('wechat', 'sms')),
  ADD CONSTRAINT message_attempt_tries CHECK (tries >= 1),
  ADD CONSTRAINT message_attempt_state CHECK (state IN ('waiting', 'sending', 'sent', 'noCredit', 'failed', 'doubtful', 'none')),
  ADD CONSTRAINT message_attempt_message FOREIGN KEY (county_id, message_id) REFERENCES message (county_id, id);
-- The platform refuses two messages to one person at once: the second waits until the first has its answer, in whichever process it is.
CREATE UNIQUE INDEX message_attempt_one_at_a_time ON message_attempt (county_id, person_id, channel) WHERE state = 'sending' AND NOT alarm;
-- What the platform tells later of a message that it took.
CREATE INDEX message_attempt_platform ON message_attempt (county_id, platform_id) WHERE platform_id IS NOT NULL;
ALTER TABLE task_told
  ADD CONSTRAINT task_told_task FOREIGN KEY (county_id, task_id) REFERENCES task (county_id, id),
  ADD CONSTRAINT task_told_message FOREIGN KEY (county_id, message_id) REFERENCES message (county_id, id);
ALTER TABLE task_overdue
  ADD CONSTRAINT task_overdue_level CHECK (level IN ('lead', 'office')),
  ADD CONSTRAINT task_overdue_task FOREIGN KEY (county_id, task_id) REFERENCES task (county_id, id),
  ADD CONSTRAINT task_overdue_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
ALTER TABLE task_hold
  ADD CONSTRAINT task_hold_kind CHECK (kind IN ('snooze', 'pause')),
  ADD CONSTRAINT task_hold_times CHECK (until_at > at),
  ADD CONSTRAINT task_hold_task FOREIGN KEY (county_id, task_id) REFERENCES task (county_id, id),
  ADD CONSTRAINT task_hold_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
CREATE UNIQUE INDEX task_hold_live ON task_hold (county_id, task_id) WHERE ended_at IS NULL;
ALTER TABLE family_call
  ADD CONSTRAINT family_call_task FOREIGN KEY (county_id, task_id) REFERENCES task (county_id, id),
  ADD CONSTRAINT family_call_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
REVOKE DELETE ON credit, credit_event, message, message_attempt, task_told, task_overdue, task_hold, family_call FROM app;
REVOKE UPDATE, DELETE ON credit_entry FROM app;
CREATE INDEX message_attempt_doubt ON message_attempt (county_id, person_id) WHERE state = 'doubtful';

-- A UUIDv7 made by the database, for rows that a statement makes by the thousand: PostgreSQL's own from 18 on.
DO $do$ BEGIN
  IF current_setting('server_version_num')::int >= 180000 THEN
    CREATE FUNCTION new_id() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS 'SELECT uuidv7()';
  ELSE
    CREATE FUNCTION new_id() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
      SELECT encode(
        set_byte(
          overlay(uuid_send(gen_random_uuid()) PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
          6,
          (get_byte(uuid_send(gen_random_uuid()), 6) & 15) | 112
        ),
        'hex'
      )::uuid
    $$;
  END IF;
END $do$;

ALTER TABLE task
  ADD CONSTRAINT task_kind CHECK (kind IN
    ('medicationConfirmation', 'visit', 'call', 'caseReview', 'riskReview', 'healthExam', 'outcome', 'unlock', 'injection', 'refill', 'rollCall',
     'incidentRecord', 'observation', 'rediagnosis', 'dischargeReceipt', 'search', 'appraisal', 'applicationReview',
     'applicationOpinion', 'relief', 'reliefRenewal', 'concernReview', 'openingReview',
     'meetingDue', 'meetingDecision', 'supervision', 'legalMatter', 'exchangeList', 'guidance', 'villageRound')),
  ADD CONSTRAINT task_office CHECK ((kind IN ('concernReview', 'openingReview', 'meetingDue', 'meetingDecision', 'supervision', 'legalMatter', 'exchangeList', 'guidance', 'villageRound')) = (seat = 'office')),
  ADD CONSTRAINT task_about CHECK (patient_id IS NOT NULL OR kind IN ('openingReview', 'meetingDue', 'meetingDecision', 'supervision', 'legalMatter', 'exchangeList', 'guidance', 'villageRound')),
  ADD CONSTRAINT task_state CHECK (state IN ('open', 'done', 'cancelled', 'suspended')),
  ADD CONSTRAINT task_days CHECK (overdue_after >= due_on),
  ADD CONSTRAINT task_reason CHECK ((kind = 'call') = (reason IS NOT NULL)),
  ADD CONSTRAINT task_closed CHECK ((state IN ('done', 'cancelled')) = (closed_at IS NOT NULL)),
  ADD CONSTRAINT task_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT task_assignee FOREIGN KEY (county_id, assignee_id) REFERENCES person (county_id, id);
-- "Today" reads nothing but this index.
CREATE INDEX task_today ON task (county_id, assignee_id, due_on, id)
  INCLUDE (kind, reason, seat, patient_id, overdue_after, attempts, cause_id) WHERE state = 'open';
CREATE INDEX task_live ON task (county_id, patient_id, kind, seat) WHERE state IN ('open', 'suspended');
CREATE INDEX task_about ON task (county_id, cause_id) WHERE cause_id IS NOT NULL AND state IN ('open', 'suspended');
CREATE INDEX task_done ON task (county_id, closed_by, closed_at) WHERE state = 'done';
-- What an office's people had to do in a quarter: the sheet of a department. Confirmations of families, by far the most, are not in it.
CREATE INDEX task_judged ON task (county_id, overdue_after) INCLUDE (patient_id, seat, closed_at)
  WHERE state IN ('open', 'done') AND seat IN ('doctor', 'police', 'securityOfficer', 'rehabCoordinator', 'civilAffairs');
-- What planning reads of every patient, without the rows behind it.
CREATE INDEX patient_planned ON patient (county_id, id) INCLUDE (state, care, township_id);
CREATE INDEX team_seat_holder ON team_seat (county_id, patient_id, post, since, id) INCLUDE (person_id, until);
CREATE INDEX guardianship_asked ON guardianship (county_id, patient_id, is_primary DESC, since, id) INCLUDE (person_id, until);
-- What offices look into is few among many.
CREATE INDEX task_office ON task (county_id, patient_id) WHERE seat = 'office' AND state IN ('open', 'suspended');
CREATE INDEX task_unassigned ON task (county_id) WHERE state = 'open' AND assignee_id IS NULL;
-- Reviews and exams that were taken back: opened as another round when the file goes on.
CREATE INDEX task_cancelled_cycle ON task (county_id, patient_id) WHERE kind IN ('riskReview', 'healthExam') AND state = 'cancelled';
-- A patient has one review and one exam ahead, never two.
CREATE UNIQUE INDEX task_one_cycle ON task (county_id, patient_id, kind) WHERE kind IN ('riskReview', 'healthExam') AND state IN ('open', 'suspended');
-- A seat has one visit ahead of it, never two.
CREATE UNIQUE INDEX task_one_follow_up ON task (county_id, patient_id) WHERE reason = 'followUp' AND state IN ('open', 'suspended');
CREATE UNIQUE INDEX task_one_visit ON task (county_id, patient_id, seat) WHERE kind = 'visit' AND state IN ('open', 'suspended');

ALTER TABLE visit_due
  ADD CONSTRAINT visit_due_days CHECK (overdue_after >= due_on AND due_on >= counted_from),
  ADD CONSTRAINT visit_due_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
REVOKE DELETE ON task, plan_run FROM app;
ALTER TABLE call_ward
  ADD CONSTRAINT call_ward_call FOREIGN KEY (county_id, task_id) REFERENCES task (county_id, id),
  ADD CONSTRAINT call_ward_of FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
REVOKE UPDATE, DELETE ON call_ward FROM app;

ALTER TABLE case_team
  ADD CONSTRAINT case_team_state CHECK (state IN ('proposed', 'open', 'closing', 'closed', 'lapsed')),
  ADD CONSTRAINT case_team_two CHECK (state <> 'closed' OR (asked_by IS NOT NULL AND agreed_by IS NOT NULL AND asked_by <> agreed_by)),
  ADD CONSTRAINT case_team_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT case_team_leader FOREIGN KEY (county_id, leader_id) REFERENCES person (county_id, id);
-- A patient has one case team at a time.
CREATE UNIQUE INDEX case_team_live ON case_team (county_id, patient_id) WHERE state IN ('proposed', 'open', 'closing');
ALTER TABLE case_team_member
  ADD CONSTRAINT case_team_member_days CHECK (until >= since - 1),
  ADD CONSTRAINT case_team_member_team FOREIGN KEY (county_id, case_team_id) REFERENCES case_team (county_id, id),
  ADD CONSTRAINT case_team_member_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
ALTER TABLE case_review
  ADD CONSTRAINT case_review_team FOREIGN KEY (county_id, case_team_id) REFERENCES case_team (county_id, id);
REVOKE UPDATE, DELETE ON case_review FROM app;
REVOKE DELETE ON case_team, case_team_member FROM app;

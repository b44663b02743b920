ALTER TABLE team_seat
  ADD CONSTRAINT team_seat_post CHECK (post IN ('lead', 'police', 'securityOfficer', 'doctor', 'rehabCoordinator', 'civilAffairs', 'gridWorker')),
  ADD CONSTRAINT team_seat_days CHECK (until >= since - 1),
  ADD CONSTRAINT team_seat_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT team_seat_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
CREATE UNIQUE INDEX team_seat_once ON team_seat (county_id, patient_id, post, person_id) WHERE until IS NULL;

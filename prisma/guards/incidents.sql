ALTER TABLE incident
  ADD CONSTRAINT incident_kind CHECK (kind IN ('fluctuation', 'threat', 'smashing', 'selfHarm', 'harmToOthers', 'missing')),
  ADD CONSTRAINT incident_state CHECK (state IN ('open', 'acknowledged') AND (state = 'acknowledged') = (acknowledged_at IS NOT NULL)),
  ADD CONSTRAINT incident_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT incident_reporter FOREIGN KEY (county_id, reported_by) REFERENCES person (county_id, id);
CREATE INDEX incident_waiting ON incident (county_id, escalate_at) WHERE state = 'open' AND escalate_at IS NOT NULL;
ALTER TABLE incident_report
  ADD CONSTRAINT incident_report_incident FOREIGN KEY (county_id, incident_id) REFERENCES incident (county_id, id);
ALTER TABLE incident_receipt
  ADD CONSTRAINT incident_receipt_incident FOREIGN KEY (county_id, incident_id) REFERENCES incident (county_id, id),
  ADD CONSTRAINT incident_receipt_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id),
  ADD CONSTRAINT incident_receipt_order CHECK ((person_id IS NOT NULL OR told_at IS NULL) AND (read_at IS NOT NULL OR acknowledged_at IS NULL));
-- A person is told once of an incident, for the first of their posts.
CREATE UNIQUE INDEX incident_receipt_once ON incident_receipt (county_id, incident_id, person_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX incident_receipt_vacant ON incident_receipt (county_id, incident_id, post) WHERE person_id IS NULL;
REVOKE DELETE ON incident, incident_report, incident_receipt FROM app;
REVOKE UPDATE ON incident_report FROM app;

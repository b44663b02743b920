ALTER TABLE incident
  ADD CONSTRAINT incident_kind CHECK (kind IN ('fluctuation', 'threat', 'smashing', 'selfHarm', 'harmToOthers', 'missing', 'other')),
  ADD CONSTRAINT incident_state CHECK (state IN ('open', 'acknowledged') AND (state = 'acknowledged') = (acknowledged_at IS NOT NULL)),
  ADD CONSTRAINT incident_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT incident_area FOREIGN KEY (county_id, area_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT incident_of_somebody CHECK ((patient_id IS NULL) = (area_id IS NOT NULL) AND (area_id IS NOT NULL OR source IS NULL)),
  ADD CONSTRAINT incident_source CHECK (source IN ('seen', 'bystander')),
  ADD CONSTRAINT incident_outcome CHECK (
    outcome IS NULL OR outcome IN ('clue', 'closed', 'joined') AND area_id IS NOT NULL AND outcome_at IS NOT NULL AND outcome_by IS NOT NULL),
  ADD CONSTRAINT incident_joined CHECK ((outcome IS NOT DISTINCT FROM 'joined') = (same_as IS NOT NULL) AND same_as IS DISTINCT FROM id),
  ADD CONSTRAINT incident_same FOREIGN KEY (county_id, same_as) REFERENCES incident (county_id, id),
  -- Who it was, where that was said, stays known until it is closed, joined to another, or a clue whose time is over; and not a moment longer.
  ADD CONSTRAINT incident_erased CHECK (description_sealed IS NULL
    OR area_id IS NOT NULL AND coalesce(outcome NOT IN ('closed', 'joined'), true) AND erased_at IS NULL),
  ADD CONSTRAINT incident_reporter FOREIGN KEY (county_id, reported_by) REFERENCES person (county_id, id);
CREATE INDEX incident_waiting ON incident (county_id, escalate_at) WHERE state = 'open' AND escalate_at IS NOT NULL;
CREATE INDEX incident_clue ON incident (county_id, outcome_at) WHERE outcome = 'clue' AND erased_at IS NULL;
CREATE INDEX incident_unfiled ON incident (county_id, area_id, happened_at) WHERE area_id IS NOT NULL;
ALTER TABLE incident_report
  ADD CONSTRAINT incident_report_incident FOREIGN KEY (county_id, incident_id) REFERENCES incident (county_id, id);
ALTER TABLE incident
  ADD CONSTRAINT incident_worsened FOREIGN KEY (county_id, worsened_by) REFERENCES incident_report (county_id, id);
ALTER TABLE incident_receipt
  ADD CONSTRAINT incident_receipt_incident FOREIGN KEY (county_id, incident_id) REFERENCES incident (county_id, id),
  ADD CONSTRAINT incident_receipt_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id),
  ADD CONSTRAINT incident_receipt_order CHECK ((person_id IS NOT NULL OR told_at IS NULL) AND (read_at IS NOT NULL OR acknowledged_at IS NULL));
-- A person is told once of an incident, for the first of their posts.
CREATE UNIQUE INDEX incident_receipt_once ON incident_receipt (county_id, incident_id, person_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX incident_receipt_vacant ON incident_receipt (county_id, incident_id, post) WHERE person_id IS NULL;
ALTER TABLE incident_file
  ADD CONSTRAINT incident_file_incident FOREIGN KEY (county_id, incident_id) REFERENCES incident (county_id, id),
  ADD CONSTRAINT incident_file_attachment FOREIGN KEY (county_id, id) REFERENCES attachment (county_id, id);
REVOKE DELETE ON incident, incident_report, incident_receipt, incident_file FROM app;
REVOKE UPDATE ON incident_report, incident_file FROM app;
-- What a report told can be erased; that there was one cannot be changed.
GRANT UPDATE (note_sealed, place_sealed, incident_id) ON incident_report TO app;
-- It goes along when two incidents were one event.
GRANT UPDATE (incident_id) ON incident_file TO app;

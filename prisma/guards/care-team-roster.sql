ALTER TABLE roster_exception
  ADD CONSTRAINT roster_exception_by FOREIGN KEY (county_id, kept_by) REFERENCES person (county_id, id);
ALTER TABLE handover
  ADD CONSTRAINT handover_state CHECK (state IN ('proposed', 'done', 'refused', 'withdrawn')),
  ADD CONSTRAINT handover_days CHECK (until_on >= from_on),
  ADD CONSTRAINT handover_taken CHECK (state <> 'done' OR to_id IS NOT NULL),
  ADD CONSTRAINT handover_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id),
  ADD CONSTRAINT handover_to FOREIGN KEY (county_id, to_id) REFERENCES person (county_id, id);
REVOKE DELETE ON handover FROM app;

ALTER TABLE supplement_record ADD CONSTRAINT supplement_record_patient FOREIGN KEY (county_id, id) REFERENCES patient (county_id, id);
ALTER TABLE patient
  ADD CONSTRAINT patient_merged CHECK (merged_into IS NULL OR (state = 'merged' AND merged_into <> id)),
  ADD CONSTRAINT patient_merged_into FOREIGN KEY (county_id, merged_into) REFERENCES patient (county_id, id);
CREATE INDEX patient_merged_files ON patient (county_id, merged_into) WHERE merged_into IS NOT NULL;
ALTER TABLE file_merge
  ADD CONSTRAINT file_merge_state CHECK (state IN ('proposed', 'merged', 'refused', 'undone')),
  ADD CONSTRAINT file_merge_two CHECK (kept_id <> merged_id),
  ADD CONSTRAINT file_merge_decided CHECK ((state = 'proposed') = (decided_by IS NULL)),
  ADD CONSTRAINT file_merge_second_person CHECK (decided_by IS NULL OR decided_by <> proposed_by),
  ADD CONSTRAINT file_merge_undone CHECK ((state = 'undone') = (undone_by IS NOT NULL)),
  ADD CONSTRAINT file_merge_kept_file FOREIGN KEY (county_id, kept_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT file_merge_merged_file FOREIGN KEY (county_id, merged_id) REFERENCES patient (county_id, id);
-- A file waits for one decision at a time.
CREATE UNIQUE INDEX file_merge_waiting ON file_merge (county_id, merged_id) WHERE state = 'proposed';
ALTER TABLE file_merge_row
  ADD CONSTRAINT file_merge_row_effect CHECK (effect IN ('moved', 'ended', 'steppedBack', 'cancelled')),
  ADD CONSTRAINT file_merge_row_merge FOREIGN KEY (county_id, merge_id) REFERENCES file_merge (county_id, id);
-- What a merge did is remembered as it was done.
REVOKE UPDATE, DELETE ON file_merge_row FROM app;
REVOKE DELETE ON file_merge FROM app;

ALTER TABLE screening_clue
  ADD CONSTRAINT screening_clue_source CHECK (source IN ('visit', 'public', 'family', 'institution', 'department', 'incident')
    AND (source = 'incident') = (incident_id IS NOT NULL)),
  ADD CONSTRAINT screening_clue_whereabouts CHECK (
    whereabouts IN ('atHome', 'inInstitution', 'inCustody', 'compulsoryDrugRehab', 'compulsoryMedical', 'homeless', 'unknown')),
  ADD CONSTRAINT screening_clue_state CHECK (state IN ('open', 'toReview', 'registered', 'known', 'duplicate', 'notConfirmed', 'withdrawn')
    AND (state IN ('open', 'toReview')) = (ended_at IS NULL) AND (state IN ('open', 'toReview')) = (due_on IS NOT NULL)),
  -- Nothing becomes of a clue that nobody has checked; what was taken back can be taken back before.
  ADD CONSTRAINT screening_clue_checked CHECK ((checked_at IS NULL) = (checked_by IS NULL)
    AND (state IN ('open', 'withdrawn') OR checked_at IS NOT NULL) AND (state <> 'open' OR checked_at IS NULL)),
  ADD CONSTRAINT screening_clue_finding CHECK ((finding IS NULL) = (reviewed_on IS NULL)
    AND (state IN ('registered', 'notConfirmed')) = (finding IS NOT NULL)
    AND (state = 'notConfirmed') = coalesce(finding = 'notConfirmed', false) AND finding IN ('confirmed', 'suspected', 'notConfirmed')),
  ADD CONSTRAINT screening_clue_file CHECK ((state IN ('registered', 'known')) = (patient_id IS NOT NULL)),
  ADD CONSTRAINT screening_clue_same CHECK ((state = 'duplicate') = (same_as IS NOT NULL) AND same_as IS DISTINCT FROM id),
  -- Nothing of a person is left in what was erased, and only what has ended is.
  ADD CONSTRAINT screening_clue_erased CHECK (erased_at IS NULL OR ended_at IS NOT NULL
    AND told_sealed IS NULL AND document IS NULL AND check_sealed IS NULL AND review_sealed IS NULL AND end_sealed IS NULL),
  ADD CONSTRAINT screening_clue_area FOREIGN KEY (county_id, area_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT screening_clue_incident FOREIGN KEY (county_id, incident_id) REFERENCES incident (county_id, id),
  ADD CONSTRAINT screening_clue_other FOREIGN KEY (county_id, same_as) REFERENCES screening_clue (county_id, id),
  ADD CONSTRAINT screening_clue_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT screening_clue_reporter FOREIGN KEY (county_id, reported_by) REFERENCES person (county_id, id);
-- One incident is one clue, however often it is told.
CREATE UNIQUE INDEX screening_clue_of_incident ON screening_clue (county_id, incident_id) WHERE incident_id IS NOT NULL;
CREATE INDEX screening_clue_of_document ON screening_clue (county_id, document) WHERE document IS NOT NULL;
CREATE INDEX screening_clue_to_erase ON screening_clue (county_id, ended_at) WHERE ended_at IS NOT NULL AND erased_at IS NULL;
CREATE INDEX screening_clue_of_patient ON screening_clue (county_id, patient_id) WHERE patient_id IS NOT NULL;
ALTER TABLE screening_informant
  ADD CONSTRAINT screening_informant_clue FOREIGN KEY (county_id, id) REFERENCES screening_clue (county_id, id);
REVOKE DELETE ON screening_clue FROM app;
-- Who told it is written once, and goes when the clue's words go.
REVOKE UPDATE ON screening_informant FROM app;
ALTER TABLE screening_campaign
  ADD CONSTRAINT screening_campaign_stages CHECK (
    plan_on <= carry_out_on AND carry_out_on < fill_gaps_on AND fill_gaps_on < consolidate_on AND consolidate_on <= ends_on),
  ADD CONSTRAINT screening_campaign_standing CHECK ((half_year IS NOT NULL) = (opened_by IS NULL)),
  ADD CONSTRAINT screening_campaign_area FOREIGN KEY (county_id, area_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT screening_campaign_opener FOREIGN KEY (county_id, opened_by) REFERENCES person (county_id, id);
-- One standing round in a township's half-year, however often the day is planned.
CREATE UNIQUE INDEX screening_campaign_round ON screening_campaign (county_id, area_id, half_year) WHERE half_year IS NOT NULL;
ALTER TABLE screening_village
  ADD CONSTRAINT screening_village_answer CHECK (answer IN ('nobody', 'clues')
    AND (answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL)),
  ADD CONSTRAINT screening_village_campaign FOREIGN KEY (county_id, campaign_id) REFERENCES screening_campaign (county_id, id),
  ADD CONSTRAINT screening_village_area FOREIGN KEY (county_id, area_id) REFERENCES area (county_id, id);
ALTER TABLE screening_gap
  ADD CONSTRAINT screening_gap_kind CHECK (kind IN ('unanswered', 'other') AND (kind = 'other') = (words_sealed IS NOT NULL)
    AND (kind = 'unanswered') = (found_by IS NULL)),
  ADD CONSTRAINT screening_gap_corrected CHECK ((corrected_at IS NULL) = (corrected_by IS NULL) AND (corrected_at IS NULL) = (remark_sealed IS NULL)),
  ADD CONSTRAINT screening_gap_campaign FOREIGN KEY (county_id, campaign_id) REFERENCES screening_campaign (county_id, id),
  ADD CONSTRAINT screening_gap_area FOREIGN KEY (county_id, area_id) REFERENCES area (county_id, id);
CREATE UNIQUE INDEX screening_gap_unanswered ON screening_gap (county_id, campaign_id, area_id) WHERE kind = 'unanswered';
REVOKE DELETE ON screening_campaign, screening_village, screening_gap FROM app;
REVOKE UPDATE ON screening_campaign, screening_gap FROM app;
-- What was found stays; how it was filled comes later.
GRANT UPDATE (corrected_at, corrected_by, remark_sealed) ON screening_gap TO app;
ALTER TABLE release_notice
  ADD CONSTRAINT release_notice_source CHECK (source IN ('hospital', 'compulsoryMedical', 'compulsoryDrugRehab', 'custody', 'communityCorrection')),
  ADD CONSTRAINT release_notice_state CHECK (state IN ('open', 'matched', 'done', 'toClue', 'withdrawn')
    AND (state IN ('open', 'matched')) = (ended_at IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)
    AND (state = 'toClue') = (clue_id IS NOT NULL) AND (state NOT IN ('matched', 'done') OR patient_id IS NOT NULL)),
  -- Nothing of a person is left in what was erased, and only what has ended is.
  ADD CONSTRAINT release_notice_erased CHECK (erased_at IS NULL OR ended_at IS NOT NULL AND told_sealed IS NULL AND end_sealed IS NULL),
  ADD CONSTRAINT release_notice_area FOREIGN KEY (county_id, area_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT release_notice_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT release_notice_clue FOREIGN KEY (county_id, clue_id) REFERENCES screening_clue (county_id, id),
  ADD CONSTRAINT release_notice_receiver FOREIGN KEY (county_id, received_by) REFERENCES person (county_id, id);
CREATE INDEX release_notice_of_patient ON release_notice (county_id, patient_id) WHERE patient_id IS NOT NULL;
CREATE INDEX release_notice_to_erase ON release_notice (county_id, ended_at) WHERE ended_at IS NOT NULL AND erased_at IS NULL;
REVOKE DELETE ON release_notice FROM app;

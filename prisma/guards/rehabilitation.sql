ALTER TABLE rehab_programme
  ADD CONSTRAINT rehab_programme_kind CHECK (kind IN ('selfCare', 'homeLife', 'contact', 'work')),
  ADD CONSTRAINT rehab_programme_days CHECK (until >= since),
  ADD CONSTRAINT rehab_programme_at FOREIGN KEY (county_id, area_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT rehab_programme_by FOREIGN KEY (county_id, opened_by) REFERENCES person (county_id, id);
ALTER TABLE rehab_participant
  ADD CONSTRAINT rehab_participant_origin CHECK (origin IN ('hospital', 'referral', 'family', 'team')),
  -- A merge ends a part that began the same day the day before: it never was.
  ADD CONSTRAINT rehab_participant_days CHECK (until >= since - 1),
  ADD CONSTRAINT rehab_participant_reason CHECK (end_reason IS NULL OR until IS NOT NULL),
  ADD CONSTRAINT rehab_participant_in FOREIGN KEY (county_id, programme_id) REFERENCES rehab_programme (county_id, id),
  ADD CONSTRAINT rehab_participant_referred CHECK (referral_id IS NULL OR origin = 'referral'),
  ADD CONSTRAINT rehab_participant_referral FOREIGN KEY (county_id, referral_id) REFERENCES referral (county_id, id),
  ADD CONSTRAINT rehab_participant_of FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT rehab_participant_by FOREIGN KEY (county_id, added_by) REFERENCES person (county_id, id);
CREATE UNIQUE INDEX rehab_participant_by_referral ON rehab_participant (county_id, referral_id) WHERE referral_id IS NOT NULL;
CREATE UNIQUE INDEX rehab_participant_once ON rehab_participant (county_id, programme_id, patient_id) WHERE until IS NULL;
ALTER TABLE rehab_session
  ADD CONSTRAINT rehab_session_in FOREIGN KEY (county_id, programme_id) REFERENCES rehab_programme (county_id, id),
  ADD CONSTRAINT rehab_session_by FOREIGN KEY (county_id, logged_by) REFERENCES person (county_id, id);
ALTER TABLE rehab_presence
  ADD CONSTRAINT rehab_presence_at FOREIGN KEY (county_id, session_id) REFERENCES rehab_session (county_id, id),
  ADD CONSTRAINT rehab_presence_of FOREIGN KEY (county_id, participant_id) REFERENCES rehab_participant (county_id, id);
ALTER TABLE employment
  ADD CONSTRAINT employment_kind CHECK (kind IN ('farming', 'assisted', 'company', 'welfare', 'own')),
  ADD CONSTRAINT employment_days CHECK (until >= since),
  ADD CONSTRAINT employment_of FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT employment_by FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
ALTER TABLE family_volunteer
  ADD CONSTRAINT family_volunteer_days CHECK (until >= since),
  ADD CONSTRAINT family_volunteer_at FOREIGN KEY (county_id, area_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT family_volunteer_by FOREIGN KEY (county_id, added_by) REFERENCES person (county_id, id);
-- What was held stays as it was; of the rest only its end is written later, and a merge moves what is of a person.
REVOKE UPDATE, DELETE ON rehab_programme, rehab_participant, rehab_session, rehab_presence, employment, family_volunteer FROM app;
GRANT UPDATE (until, version) ON rehab_programme, employment, family_volunteer TO app;
GRANT UPDATE (patient_id) ON employment TO app;
GRANT UPDATE (patient_id, until, end_reason, version) ON rehab_participant TO app;

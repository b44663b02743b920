ALTER TABLE outreach_activity
  ADD CONSTRAINT outreach_activity_kind CHECK (kind IN ('publicity', 'lecture', 'training', 'guidance', 'familyTraining', 'familyTeam')),
  ADD CONSTRAINT outreach_activity_attendees CHECK (attendees >= 0),
  ADD CONSTRAINT outreach_activity_at FOREIGN KEY (county_id, area_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT outreach_activity_by FOREIGN KEY (county_id, logged_by) REFERENCES person (county_id, id);
ALTER TABLE outreach_photo
  ADD CONSTRAINT outreach_photo_of_one CHECK (num_nonnulls(activity_id, drill_id) = 1),
  ADD CONSTRAINT outreach_photo_file FOREIGN KEY (county_id, id) REFERENCES attachment (county_id, id),
  ADD CONSTRAINT outreach_photo_of_activity FOREIGN KEY (county_id, activity_id) REFERENCES outreach_activity (county_id, id),
  ADD CONSTRAINT outreach_photo_of_drill FOREIGN KEY (county_id, drill_id) REFERENCES drill (county_id, id);
REVOKE UPDATE, DELETE ON outreach_activity, outreach_photo FROM app;

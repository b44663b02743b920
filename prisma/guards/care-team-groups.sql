ALTER TABLE care_group
  ADD CONSTRAINT care_group_area FOREIGN KEY (county_id, id) REFERENCES area (county_id, id),
  ADD CONSTRAINT care_group_office FOREIGN KEY (county_id, office_id) REFERENCES organisation (county_id, id);
ALTER TABLE group_member
  ADD CONSTRAINT group_member_role CHECK (role IN ('lead', 'deputyLead', 'member')),
  ADD CONSTRAINT group_member_days CHECK (until >= since - 1),
  ADD CONSTRAINT group_member_area FOREIGN KEY (county_id, area_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT group_member_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
CREATE UNIQUE INDEX group_member_once ON group_member (county_id, area_id, person_id) WHERE until IS NULL;
-- A group has one lead at a time.
CREATE UNIQUE INDEX group_member_lead ON group_member (county_id, area_id) WHERE role = 'lead' AND until IS NULL;
REVOKE DELETE ON group_member FROM app;

-- Names of places are read and sorted the way people look them up.
CREATE COLLATION IF NOT EXISTS zh_pinyin (provider = icu, locale = 'zh-u-co-pinyin');
ALTER TABLE area ALTER COLUMN name TYPE text COLLATE zh_pinyin;
ALTER TABLE organisation ALTER COLUMN name TYPE text COLLATE zh_pinyin;

ALTER TABLE area
  ADD CONSTRAINT area_kind CHECK (kind IN ('county', 'township', 'village')),
  ADD CONSTRAINT area_nests CHECK ((kind = 'county') = (parent_id IS NULL)),
  ADD CONSTRAINT area_path CHECK (path[array_length(path, 1)] = id),
  ADD CONSTRAINT area_code CHECK (code ~ '^[0-9]{12}$'),
  ADD CONSTRAINT area_days CHECK (until_on >= from_on);
-- A county has one root.
CREATE UNIQUE INDEX area_root ON area (county_id) WHERE parent_id IS NULL;

-- A post that ends at once on its first day was never in force.
ALTER TABLE post ADD CONSTRAINT post_days CHECK (until_on >= from_on - 1);
ALTER TABLE deputyship
  ADD CONSTRAINT deputyship_days CHECK (until_on >= from_on),
  ADD CONSTRAINT deputyship_of_another CHECK (person_id <> deputy_id);

ALTER TABLE invitation
  ADD CONSTRAINT invitation_tries CHECK (tries_left >= 0),
  ADD CONSTRAINT invitation_one_end CHECK (used_at IS NULL OR withdrawn_at IS NULL);
CREATE UNIQUE INDEX invitation_one_open ON invitation (county_id, person_id) WHERE used_at IS NULL AND withdrawn_at IS NULL;

-- One account a person, one person an account.
CREATE UNIQUE INDEX account_binding_person ON account_binding (county_id, person_id) WHERE revoked_at IS NULL;
CREATE UNIQUE INDEX account_binding_openid ON account_binding (county_id, openid_digest) WHERE revoked_at IS NULL;
CREATE UNIQUE INDEX binding_clash_open ON binding_clash (county_id, openid_digest) WHERE resolved_at IS NULL;

ALTER TABLE session ADD CONSTRAINT session_channel CHECK (channel IN ('phone', 'desk'));
ALTER TABLE step_up ADD CONSTRAINT step_up_state CHECK (state IN ('waiting', 'approved', 'refused', 'used'));
ALTER TABLE desk_ticket
  ADD CONSTRAINT desk_ticket_state CHECK (state IN ('waiting', 'approved', 'refused', 'used')),
  ADD CONSTRAINT desk_ticket_whose CHECK (state NOT IN ('approved', 'used') OR (county_id IS NOT NULL AND person_id IS NOT NULL));

-- Who was bound, invited or in office is history; only sessions and tickets may be swept away.
REVOKE DELETE ON person, post, deputyship, invitation, account_binding, binding_clash, area, access_setting FROM app;

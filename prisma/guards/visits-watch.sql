ALTER TABLE visit_watch
  ADD CONSTRAINT visit_watch_times CHECK (help_at >= asks_at AND office_at >= help_at),
  ADD CONSTRAINT visit_watch_visit FOREIGN KEY (county_id, id) REFERENCES visit (county_id, id);
CREATE INDEX visit_watch_running ON visit_watch (county_id, help_at) WHERE closed_at IS NULL AND help_asked_at IS NULL;
CREATE INDEX visit_watch_unheeded ON visit_watch (county_id, office_at) WHERE closed_at IS NULL AND office_asked_at IS NULL AND help_asked_at IS NOT NULL;
CREATE INDEX visit_watch_untold ON visit_watch (county_id, asks_at) WHERE closed_at IS NULL AND told_at IS NULL;
REVOKE DELETE ON visit_watch FROM app;

-- Made by tools/squash-migrations.mjs from prisma/guards; edit there.

GRANT USAGE ON SCHEMA public TO app;

GRANT SELECT, INSERT, UPDATE, DELETE ON "bill_directory" TO app;

GRANT SELECT, INSERT, UPDATE, DELETE ON "county" TO app;

GRANT SELECT, INSERT, UPDATE, DELETE ON "desk_ticket" TO app;

GRANT SELECT, INSERT, UPDATE, DELETE ON "merchant_account" TO app;

GRANT SELECT, INSERT, UPDATE, DELETE ON "merchant_token" TO app;

GRANT SELECT, INSERT, UPDATE, DELETE ON "published_indicator" TO app;

GRANT SELECT, INSERT, UPDATE, DELETE ON "sending_quota" TO app;

GRANT SELECT, INSERT, UPDATE, DELETE ON "wechat_account" TO app;

GRANT SELECT, INSERT, UPDATE, DELETE ON "access_setting" TO app;
ALTER TABLE "access_setting" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "access_setting" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "account_binding" TO app;
ALTER TABLE "account_binding" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "account_binding" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "admission" TO app;
ALTER TABLE "admission" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "admission" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "admission_event" TO app;
ALTER TABLE "admission_event" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "admission_event" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "agreement" TO app;
ALTER TABLE "agreement" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "agreement" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "agreement_document" TO app;
ALTER TABLE "agreement_document" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "agreement_document" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "agreement_pause" TO app;
ALTER TABLE "agreement_pause" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "agreement_pause" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "agreement_reading" TO app;
ALTER TABLE "agreement_reading" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "agreement_reading" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "agreement_serial" TO app;
ALTER TABLE "agreement_serial" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "agreement_serial" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "agreement_signature" TO app;
ALTER TABLE "agreement_signature" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "agreement_signature" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "agreement_step" TO app;
ALTER TABLE "agreement_step" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "agreement_step" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "appraisal" TO app;
ALTER TABLE "appraisal" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "appraisal" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "appraisal_objection" TO app;
ALTER TABLE "appraisal_objection" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "appraisal_objection" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "appraisal_opinion" TO app;
ALTER TABLE "appraisal_opinion" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "appraisal_opinion" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "appropriation" TO app;
ALTER TABLE "appropriation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "appropriation" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "area" TO app;
ALTER TABLE "area" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "area" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "area_alias" TO app;
ALTER TABLE "area_alias" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "area_alias" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "area_residents" TO app;
ALTER TABLE "area_residents" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "area_residents" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "assessment_due" TO app;
ALTER TABLE "assessment_due" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "assessment_due" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "attachment" TO app;
ALTER TABLE "attachment" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "attachment" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "band_proposal" TO app;
ALTER TABLE "band_proposal" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "band_proposal" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "batch" TO app;
ALTER TABLE "batch" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "batch" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "batch_step" TO app;
ALTER TABLE "batch_step" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "batch_step" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "bill" TO app;
ALTER TABLE "bill" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "bill" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "bill_receipt" TO app;
ALTER TABLE "bill_receipt" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "bill_receipt" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "binding_clash" TO app;
ALTER TABLE "binding_clash" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "binding_clash" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "break_glass" TO app;
ALTER TABLE "break_glass" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "break_glass" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "budget_line" TO app;
ALTER TABLE "budget_line" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "budget_line" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "call_ward" TO app;
ALTER TABLE "call_ward" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "call_ward" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "care_group" TO app;
ALTER TABLE "care_group" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "care_group" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "case_review" TO app;
ALTER TABLE "case_review" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "case_review" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "case_team" TO app;
ALTER TABLE "case_team" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "case_team" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "case_team_member" TO app;
ALTER TABLE "case_team_member" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "case_team_member" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "cash_receipt" TO app;
ALTER TABLE "cash_receipt" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "cash_receipt" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "chain_head" TO app;
ALTER TABLE "chain_head" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "chain_head" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "change_history" TO app;
ALTER TABLE "change_history" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "change_history" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "concern" TO app;
ALTER TABLE "concern" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "concern" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "confirmation" TO app;
ALTER TABLE "confirmation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "confirmation" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "consent" TO app;
ALTER TABLE "consent" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "consent" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "countersignature" TO app;
ALTER TABLE "countersignature" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "countersignature" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "county_key" TO app;
ALTER TABLE "county_key" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "county_key" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "credit" TO app;
ALTER TABLE "credit" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "credit" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "credit_entry" TO app;
ALTER TABLE "credit_entry" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "credit_entry" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "credit_event" TO app;
ALTER TABLE "credit_event" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "credit_event" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "data_export" TO app;
ALTER TABLE "data_export" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "data_export" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "deed" TO app;
ALTER TABLE "deed" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "deed" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "deputyship" TO app;
ALTER TABLE "deputyship" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "deputyship" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "dispensing" TO app;
ALTER TABLE "dispensing" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "dispensing" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "drill" TO app;
ALTER TABLE "drill" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "drill" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "duty_evidence" TO app;
ALTER TABLE "duty_evidence" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "duty_evidence" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "duty_shift" TO app;
ALTER TABLE "duty_shift" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "duty_shift" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "early_warning" TO app;
ALTER TABLE "early_warning" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "early_warning" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "employment" TO app;
ALTER TABLE "employment" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "employment" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "entitlement" TO app;
ALTER TABLE "entitlement" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "entitlement" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "erasure" TO app;
ALTER TABLE "erasure" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "erasure" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "escort" TO app;
ALTER TABLE "escort" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "escort" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "exchange_difference" TO app;
ALTER TABLE "exchange_difference" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "exchange_difference" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "exchange_list" TO app;
ALTER TABLE "exchange_list" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "exchange_list" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "exchange_package" TO app;
ALTER TABLE "exchange_package" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "exchange_package" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "exchange_round" TO app;
ALTER TABLE "exchange_round" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "exchange_round" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "exchange_row" TO app;
ALTER TABLE "exchange_row" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "exchange_row" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "expenditure" TO app;
ALTER TABLE "expenditure" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "expenditure" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "expenditure_step" TO app;
ALTER TABLE "expenditure_step" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "expenditure_step" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "family_call" TO app;
ALTER TABLE "family_call" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "family_call" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "family_volunteer" TO app;
ALTER TABLE "family_volunteer" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "family_volunteer" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "file_merge" TO app;
ALTER TABLE "file_merge" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "file_merge" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "file_merge_row" TO app;
ALTER TABLE "file_merge_row" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "file_merge_row" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "found_adherence" TO app;
ALTER TABLE "found_adherence" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "found_adherence" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "group_member" TO app;
ALTER TABLE "group_member" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "group_member" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "guardian_helper" TO app;
ALTER TABLE "guardian_helper" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "guardian_helper" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "guardian_training" TO app;
ALTER TABLE "guardian_training" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "guardian_training" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "guardianship" TO app;
ALTER TABLE "guardianship" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "guardianship" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "handed_in" TO app;
ALTER TABLE "handed_in" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "handed_in" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "handling" TO app;
ALTER TABLE "handling" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "handling" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "handling_entry" TO app;
ALTER TABLE "handling_entry" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "handling_entry" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "handover" TO app;
ALTER TABLE "handover" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "handover" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "health_exam" TO app;
ALTER TABLE "health_exam" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "health_exam" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "import_run" TO app;
ALTER TABLE "import_run" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "import_run" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "incident" TO app;
ALTER TABLE "incident" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "incident" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "incident_conduct" TO app;
ALTER TABLE "incident_conduct" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "incident_conduct" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "incident_file" TO app;
ALTER TABLE "incident_file" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "incident_file" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "incident_receipt" TO app;
ALTER TABLE "incident_receipt" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "incident_receipt" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "incident_report" TO app;
ALTER TABLE "incident_report" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "incident_report" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "indicator_count" TO app;
ALTER TABLE "indicator_count" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "indicator_count" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "indicator_month" TO app;
ALTER TABLE "indicator_month" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "indicator_month" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "injection" TO app;
ALTER TABLE "injection" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "injection" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "invitation" TO app;
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "invitation" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "kept_answer" TO app;
ALTER TABLE "kept_answer" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "kept_answer" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "known_drug" TO app;
ALTER TABLE "known_drug" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "known_drug" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "ledger_account" TO app;
ALTER TABLE "ledger_account" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "ledger_account" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "ledger_posting" TO app;
ALTER TABLE "ledger_posting" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "ledger_posting" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "ledger_snapshot" TO app;
ALTER TABLE "ledger_snapshot" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "ledger_snapshot" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "legal_matter" TO app;
ALTER TABLE "legal_matter" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "legal_matter" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "legal_step" TO app;
ALTER TABLE "legal_step" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "legal_step" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "life_event" TO app;
ALTER TABLE "life_event" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "life_event" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "look_back" TO app;
ALTER TABLE "look_back" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "look_back" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "lost_report" TO app;
ALTER TABLE "lost_report" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "lost_report" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "meeting" TO app;
ALTER TABLE "meeting" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "meeting" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "meeting_decision" TO app;
ALTER TABLE "meeting_decision" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "meeting_decision" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "meeting_issue" TO app;
ALTER TABLE "meeting_issue" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "meeting_issue" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "meeting_serial" TO app;
ALTER TABLE "meeting_serial" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "meeting_serial" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "meeting_text" TO app;
ALTER TABLE "meeting_text" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "meeting_text" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "meeting_unit" TO app;
ALTER TABLE "meeting_unit" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "meeting_unit" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "message" TO app;
ALTER TABLE "message" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "message" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "message_attempt" TO app;
ALTER TABLE "message_attempt" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "message_attempt" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "missing_person" TO app;
ALTER TABLE "missing_person" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "missing_person" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "organisation" TO app;
ALTER TABLE "organisation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "organisation" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "outbox" TO app;
ALTER TABLE "outbox" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "outbox" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "outbox_due" TO app;
ALTER TABLE "outbox_due" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "outbox_due" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "outreach_activity" TO app;
ALTER TABLE "outreach_activity" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "outreach_activity" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "outreach_photo" TO app;
ALTER TABLE "outreach_photo" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "outreach_photo" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "patient" TO app;
ALTER TABLE "patient" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "patient" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "patient_account" TO app;
ALTER TABLE "patient_account" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "patient_account" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "patient_move" TO app;
ALTER TABLE "patient_move" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "patient_move" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "pay_list" TO app;
ALTER TABLE "pay_list" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "pay_list" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "payee_channel" TO app;
ALTER TABLE "payee_channel" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "payee_channel" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "person" TO app;
ALTER TABLE "person" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "person" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "plan_run" TO app;
ALTER TABLE "plan_run" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "plan_run" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "policy_version" TO app;
ALTER TABLE "policy_version" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "policy_version" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "post" TO app;
ALTER TABLE "post" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "post" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "rating" TO app;
ALTER TABLE "rating" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "rating" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "read_log" TO app;
ALTER TABLE "read_log" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "read_log" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "reconciliation" TO app;
ALTER TABLE "reconciliation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "reconciliation" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "reconciliation_difference" TO app;
ALTER TABLE "reconciliation_difference" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "reconciliation_difference" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "recovery" TO app;
ALTER TABLE "recovery" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "recovery" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "recovery_repayment" TO app;
ALTER TABLE "recovery_repayment" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "recovery_repayment" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "referral" TO app;
ALTER TABLE "referral" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "referral" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "referral_step" TO app;
ALTER TABLE "referral_step" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "referral_step" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "regimen" TO app;
ALTER TABLE "regimen" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "regimen" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "rehab_participant" TO app;
ALTER TABLE "rehab_participant" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "rehab_participant" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "rehab_presence" TO app;
ALTER TABLE "rehab_presence" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "rehab_presence" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "rehab_programme" TO app;
ALTER TABLE "rehab_programme" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "rehab_programme" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "rehab_session" TO app;
ALTER TABLE "rehab_session" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "rehab_session" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "release_notice" TO app;
ALTER TABLE "release_notice" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "release_notice" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "relief_answer" TO app;
ALTER TABLE "relief_answer" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "relief_answer" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "relief_application" TO app;
ALTER TABLE "relief_application" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "relief_application" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "relief_cost" TO app;
ALTER TABLE "relief_cost" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "relief_cost" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "relief_cost_step" TO app;
ALTER TABLE "relief_cost_step" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "relief_cost_step" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "relief_grant" TO app;
ALTER TABLE "relief_grant" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "relief_grant" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "relief_step" TO app;
ALTER TABLE "relief_step" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "relief_step" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "reward_application" TO app;
ALTER TABLE "reward_application" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "reward_application" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "reward_application_step" TO app;
ALTER TABLE "reward_application_step" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "reward_application_step" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "rights_alert" TO app;
ALTER TABLE "rights_alert" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "rights_alert" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "rights_answer" TO app;
ALTER TABLE "rights_answer" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "rights_answer" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "rights_request" TO app;
ALTER TABLE "rights_request" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "rights_request" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "risk_review" TO app;
ALTER TABLE "risk_review" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "risk_review" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "roll_call_mark" TO app;
ALTER TABLE "roll_call_mark" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "roll_call_mark" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "roster_exception" TO app;
ALTER TABLE "roster_exception" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "roster_exception" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "screening_campaign" TO app;
ALTER TABLE "screening_campaign" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "screening_campaign" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "screening_clue" TO app;
ALTER TABLE "screening_clue" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "screening_clue" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "screening_gap" TO app;
ALTER TABLE "screening_gap" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "screening_gap" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "screening_informant" TO app;
ALTER TABLE "screening_informant" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "screening_informant" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "screening_village" TO app;
ALTER TABLE "screening_village" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "screening_village" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "session" TO app;
ALTER TABLE "session" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "session" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "special_period" TO app;
ALTER TABLE "special_period" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "special_period" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "special_period_member" TO app;
ALTER TABLE "special_period_member" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "special_period_member" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "standing" TO app;
ALTER TABLE "standing" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "standing" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "step_up" TO app;
ALTER TABLE "step_up" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "step_up" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "supervision_letter" TO app;
ALTER TABLE "supervision_letter" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "supervision_letter" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "supplement_record" TO app;
ALTER TABLE "supplement_record" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "supplement_record" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "system_entry" TO app;
ALTER TABLE "system_entry" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "system_entry" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "task" TO app;
ALTER TABLE "task" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "task" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "task_hold" TO app;
ALTER TABLE "task_hold" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "task_hold" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "task_overdue" TO app;
ALTER TABLE "task_overdue" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "task_overdue" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "task_told" TO app;
ALTER TABLE "task_told" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "task_told" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "team_seat" TO app;
ALTER TABLE "team_seat" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "team_seat" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "transfer_in" TO app;
ALTER TABLE "transfer_in" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "transfer_in" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "transfer_out" TO app;
ALTER TABLE "transfer_out" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "transfer_out" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "visit" TO app;
ALTER TABLE "visit" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "visit" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "visit_due" TO app;
ALTER TABLE "visit_due" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "visit_due" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "visit_outcome" TO app;
ALTER TABLE "visit_outcome" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "visit_outcome" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "visit_photo" TO app;
ALTER TABLE "visit_photo" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "visit_photo" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "visit_presence" TO app;
ALTER TABLE "visit_presence" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "visit_presence" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "visit_watch" TO app;
ALTER TABLE "visit_watch" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "visit_watch" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "visit_year" TO app;
ALTER TABLE "visit_year" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "visit_year" USING (county_id = nullif(current_setting('app.county', true), '')::int);

GRANT SELECT, INSERT, UPDATE, DELETE ON "year_stop" TO app;
ALTER TABLE "year_stop" ENABLE ROW LEVEL SECURITY;
CREATE POLICY county ON "year_stop" USING (county_id = nullif(current_setting('app.county', true), '')::int);

-- access.sql
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

-- agenda.sql
-- A UUIDv7 made by the database, for rows that a statement makes by the thousand: PostgreSQL's own from 18 on.
DO $do$ BEGIN
  IF current_setting('server_version_num')::int >= 180000 THEN
    CREATE FUNCTION new_id() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS 'SELECT uuidv7()';
  ELSE
    CREATE FUNCTION new_id() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
      SELECT encode(
        set_byte(
          overlay(uuid_send(gen_random_uuid()) PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
          6,
          (get_byte(uuid_send(gen_random_uuid()), 6) & 15) | 112
        ),
        'hex'
      )::uuid
    $$;
  END IF;
END $do$;

ALTER TABLE task
  ADD CONSTRAINT task_kind CHECK (kind IN
    ('medicationConfirmation', 'visit', 'call', 'caseReview', 'riskReview', 'healthExam', 'outcome', 'unlock', 'injection', 'refill', 'rollCall',
     'incidentRecord', 'observation', 'rediagnosis', 'dischargeReceipt', 'search', 'appraisal', 'applicationReview',
     'applicationOpinion', 'relief', 'reliefRenewal', 'concernReview', 'openingReview',
     'meetingDue', 'meetingDecision', 'supervision', 'legalMatter', 'exchangeList', 'guidance', 'villageRound')),
  ADD CONSTRAINT task_office CHECK ((kind IN ('concernReview', 'openingReview', 'meetingDue', 'meetingDecision', 'supervision', 'legalMatter', 'exchangeList', 'guidance', 'villageRound')) = (seat = 'office')),
  ADD CONSTRAINT task_about CHECK (patient_id IS NOT NULL OR kind IN ('openingReview', 'meetingDue', 'meetingDecision', 'supervision', 'legalMatter', 'exchangeList', 'guidance', 'villageRound')),
  ADD CONSTRAINT task_state CHECK (state IN ('open', 'done', 'cancelled', 'suspended')),
  ADD CONSTRAINT task_days CHECK (overdue_after >= due_on),
  ADD CONSTRAINT task_reason CHECK ((kind = 'call') = (reason IS NOT NULL)),
  ADD CONSTRAINT task_closed CHECK ((state IN ('done', 'cancelled')) = (closed_at IS NOT NULL)),
  ADD CONSTRAINT task_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT task_assignee FOREIGN KEY (county_id, assignee_id) REFERENCES person (county_id, id);
-- "Today" reads nothing but this index.
CREATE INDEX task_today ON task (county_id, assignee_id, due_on, id)
  INCLUDE (kind, reason, seat, patient_id, overdue_after, attempts, cause_id) WHERE state = 'open';
CREATE INDEX task_live ON task (county_id, patient_id, kind, seat) WHERE state IN ('open', 'suspended');
CREATE INDEX task_about ON task (county_id, cause_id) WHERE cause_id IS NOT NULL AND state IN ('open', 'suspended');
CREATE INDEX task_done ON task (county_id, closed_by, closed_at) WHERE state = 'done';
-- What an office's people had to do in a quarter: the sheet of a department. Confirmations of families, by far the most, are not in it.
CREATE INDEX task_judged ON task (county_id, overdue_after) INCLUDE (patient_id, seat, closed_at)
  WHERE state IN ('open', 'done') AND seat IN ('doctor', 'police', 'securityOfficer', 'rehabCoordinator', 'civilAffairs');
-- What planning reads of every patient, without the rows behind it.
CREATE INDEX patient_planned ON patient (county_id, id) INCLUDE (state, care, township_id);
CREATE INDEX team_seat_holder ON team_seat (county_id, patient_id, post, since, id) INCLUDE (person_id, until);
CREATE INDEX guardianship_asked ON guardianship (county_id, patient_id, is_primary DESC, since, id) INCLUDE (person_id, until);
-- What offices look into is few among many.
CREATE INDEX task_office ON task (county_id, patient_id) WHERE seat = 'office' AND state IN ('open', 'suspended');
CREATE INDEX task_unassigned ON task (county_id) WHERE state = 'open' AND assignee_id IS NULL;
-- Reviews and exams that were taken back: opened as another round when the file goes on.
CREATE INDEX task_cancelled_cycle ON task (county_id, patient_id) WHERE kind IN ('riskReview', 'healthExam') AND state = 'cancelled';
-- A patient has one review and one exam ahead, never two.
CREATE UNIQUE INDEX task_one_cycle ON task (county_id, patient_id, kind) WHERE kind IN ('riskReview', 'healthExam') AND state IN ('open', 'suspended');
-- A seat has one visit ahead of it, never two.
CREATE UNIQUE INDEX task_one_follow_up ON task (county_id, patient_id) WHERE reason = 'followUp' AND state IN ('open', 'suspended');
CREATE UNIQUE INDEX task_one_visit ON task (county_id, patient_id, seat) WHERE kind = 'visit' AND state IN ('open', 'suspended');

ALTER TABLE visit_due
  ADD CONSTRAINT visit_due_days CHECK (overdue_after >= due_on AND due_on >= counted_from),
  ADD CONSTRAINT visit_due_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
REVOKE DELETE ON task, plan_run FROM app;
ALTER TABLE call_ward
  ADD CONSTRAINT call_ward_call FOREIGN KEY (county_id, task_id) REFERENCES task (county_id, id),
  ADD CONSTRAINT call_ward_of FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
REVOKE UPDATE, DELETE ON call_ward FROM app;

-- agreements.sql
ALTER TABLE agreement
  ADD CONSTRAINT agreement_state CHECK (state IN ('draft', 'signedByGuardian', 'active', 'suspended', 'closed', 'terminated')),
  ADD CONSTRAINT agreement_cycle CHECK (cycle IN ('month', 'quarter', 'halfYear', 'year')),
  ADD CONSTRAINT agreement_standard_class CHECK (standard_class IN ('one', 'two')),
  ADD CONSTRAINT agreement_term CHECK (to_on >= from_on AND to_on < from_on + interval '1 year' AND last_on <= to_on),
  ADD CONSTRAINT agreement_of_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT agreement_with_guardian FOREIGN KEY (county_id, guardian_id) REFERENCES person (county_id, id);
-- One live agreement for a patient.
CREATE UNIQUE INDEX agreement_one_live ON agreement (county_id, patient_id)
  WHERE state IN ('draft', 'signedByGuardian', 'active', 'suspended');
ALTER TABLE agreement_pause ADD CONSTRAINT agreement_pause_days CHECK (until_on >= from_on - 1);
CREATE UNIQUE INDEX agreement_pause_open ON agreement_pause (county_id, agreement_id) WHERE until_on IS NULL;
ALTER TABLE agreement_signature
  ADD CONSTRAINT agreement_signature_side CHECK (side IN ('guardian', 'township')),
  -- The guardian by touch or on paper before a witness, never both; the township by neither.
  ADD CONSTRAINT agreement_signature_way CHECK ((side = 'guardian') = (num_nonnulls(strokes_sealed, pages) = 1) AND num_nonnulls(strokes_sealed, pages) < 2),
  ADD CONSTRAINT agreement_signature_witness CHECK ((pages IS NULL) = (witness_id IS NULL) AND witness_id <> person_id);
ALTER TABLE agreement_reading ADD CONSTRAINT agreement_reading_of FOREIGN KEY (county_id, agreement_id) REFERENCES agreement (county_id, id);
-- What was signed stays as it was signed.
REVOKE UPDATE, DELETE ON agreement_document, agreement_signature, agreement_step, agreement_reading FROM app;
REVOKE DELETE ON agreement, agreement_pause FROM app;

ALTER TABLE reward_application
  ADD CONSTRAINT reward_application_state CHECK (state IN
    ('villageReview', 'townshipReview', 'countyApproval', 'approved', 'returned', 'refused', 'objected', 'closed', 'withdrawn')),
  ADD CONSTRAINT reward_application_term CHECK (to_on >= from_on AND to_on < from_on + interval '1 year'),
  ADD CONSTRAINT reward_application_refused CHECK (state NOT IN ('refused', 'objected') OR refused_at IS NOT NULL),
  ADD CONSTRAINT reward_application_of_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT reward_application_for_guardian FOREIGN KEY (county_id, guardian_id) REFERENCES person (county_id, id);
-- One application for a patient at a time.
CREATE UNIQUE INDEX reward_application_one_live ON reward_application (county_id, patient_id)
  WHERE state IN ('villageReview', 'townshipReview', 'countyApproval', 'returned', 'objected');
ALTER TABLE reward_application_step
  ADD CONSTRAINT reward_application_step_opinion CHECK ((act = 'opinion') = (department IS NOT NULL AND stand IS NOT NULL));
-- An opinion is each department's own: one a round, and nobody speaks for two.
CREATE UNIQUE INDEX reward_application_opinion ON reward_application_step (county_id, application_id, round, department) WHERE act = 'opinion';
CREATE UNIQUE INDEX reward_application_speaker ON reward_application_step (county_id, application_id, round, person_id) WHERE act = 'opinion';
ALTER TABLE agreement ADD CONSTRAINT agreement_from_application FOREIGN KEY (county_id, application_id) REFERENCES reward_application (county_id, id);
-- An application leads to one agreement; one that was ended before it began does not count.
CREATE UNIQUE INDEX agreement_one_of_application ON agreement (county_id, application_id) WHERE state <> 'terminated';
REVOKE UPDATE, DELETE ON reward_application_step FROM app;
REVOKE DELETE ON reward_application FROM app;

-- appraisal.sql
ALTER TABLE appraisal
  ADD CONSTRAINT appraisal_state CHECK (state IN ('gathering', 'proposed', 'decided', 'objected', 'answered', 'final')),
  ADD CONSTRAINT appraisal_outcome CHECK (outcome IN ('full', 'partial', 'zero')),
  ADD CONSTRAINT appraisal_days CHECK (to_on >= from_on),
  ADD CONSTRAINT appraisal_amounts CHECK (full_fen >= 0 AND decided_fen BETWEEN 0 AND full_fen),
  ADD CONSTRAINT appraisal_decided CHECK ((state IN ('decided', 'objected', 'answered', 'final')) = (outcome IS NOT NULL AND decided_fen IS NOT NULL)),
  -- While somebody has to decide or to answer, nothing takes effect.
  ADD CONSTRAINT appraisal_effective CHECK (
    CASE WHEN state IN ('decided', 'final') THEN effective_on IS NOT NULL WHEN state = 'answered' THEN true ELSE effective_on IS NULL END),
  -- Nobody who objected ends up with less.
  ADD CONSTRAINT appraisal_floor CHECK (round >= 1 AND (state NOT IN ('decided', 'final') OR floor_fen IS NULL OR decided_fen >= floor_fen)),
  ADD CONSTRAINT appraisal_of_agreement FOREIGN KEY (county_id, agreement_id) REFERENCES agreement (county_id, id);
ALTER TABLE appraisal_opinion
  ADD CONSTRAINT appraisal_opinion_outcome CHECK (outcome IN ('full', 'partial', 'zero')),
  ADD CONSTRAINT appraisal_opinion_percent CHECK (pay_percent BETWEEN 0 AND 100),
  ADD CONSTRAINT appraisal_opinion_heard CHECK ((outcome = 'full') = (guardian_heard_on IS NULL)),
  ADD CONSTRAINT appraisal_opinion_by FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
REVOKE UPDATE, DELETE ON appraisal_opinion FROM app;

ALTER TABLE appraisal_objection
  ADD CONSTRAINT appraisal_objection_level CHECK (level IN ('township', 'county')),
  ADD CONSTRAINT appraisal_objection_way CHECK (way IN ('self', 'village') AND (way = 'self') = (made_by = guardian_id)),
  ADD CONSTRAINT appraisal_objection_state CHECK (state IN ('open', 'upheld', 'refused', 'passed')),
  ADD CONSTRAINT appraisal_objection_said CHECK (words_sealed IS NOT NULL OR voice_id IS NOT NULL),
  ADD CONSTRAINT appraisal_objection_answer CHECK (
    (state IN ('upheld', 'refused')) = (answered_by IS NOT NULL AND answered_at IS NOT NULL AND reasons_sealed IS NOT NULL)),
  ADD CONSTRAINT appraisal_objection_not_own CHECK (answered_by <> guardian_id),
  ADD CONSTRAINT appraisal_objection_to FOREIGN KEY (county_id, appraisal_id) REFERENCES appraisal (county_id, id);
CREATE UNIQUE INDEX appraisal_objection_one_open ON appraisal_objection (county_id, appraisal_id) WHERE state = 'open';
REVOKE UPDATE, DELETE ON appraisal_objection FROM app;
GRANT UPDATE (state, officer_id, answered_by, answered_at, reasons_sealed, version) ON appraisal_objection TO app;

ALTER TABLE guardian_training
  ADD CONSTRAINT guardian_training_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT guardian_training_guardian FOREIGN KEY (county_id, guardian_id) REFERENCES person (county_id, id);
REVOKE UPDATE, DELETE ON guardian_training FROM app;
-- A merge of two files moves them.
GRANT UPDATE (patient_id) ON appraisal_objection, guardian_training TO app;

ALTER TABLE year_stop
  ADD CONSTRAINT year_stop_state CHECK (state IN ('proposed', 'decided', 'withdrawn')),
  -- Two persons, also for whoever reaches the table past the rules.
  ADD CONSTRAINT year_stop_by_two CHECK ((state = 'proposed') = (decided_by IS NULL) AND (state <> 'decided' OR decided_by <> proposed_by)),
  ADD CONSTRAINT year_stop_of_appraisal FOREIGN KEY (county_id, appraisal_id) REFERENCES appraisal (county_id, id);
-- One that is proposed or decided for a period.
CREATE UNIQUE INDEX year_stop_one ON year_stop (county_id, appraisal_id) WHERE state <> 'withdrawn';
REVOKE UPDATE, DELETE ON year_stop FROM app;
GRANT UPDATE (state, version, decided_by, decided_at) ON year_stop TO app;

-- assessment.sql
ALTER TABLE standing
  ADD CONSTRAINT standing_risk CHECK (risk BETWEEN 0 AND 5 AND (risk IS NULL) = (risk_on IS NULL)),
  ADD CONSTRAINT standing_stability CHECK (stability IN ('unstable', 'basicStable', 'stable')),
  ADD CONSTRAINT standing_patient FOREIGN KEY (county_id, id) REFERENCES patient (county_id, id);
ALTER TABLE rating
  ADD CONSTRAINT rating_risk CHECK (risk BETWEEN 0 AND 5),
  ADD CONSTRAINT rating_stability CHECK (stability IN ('unstable', 'basicStable', 'stable')),
  ADD CONSTRAINT rating_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
REVOKE UPDATE, DELETE ON rating FROM app;
REVOKE DELETE ON standing FROM app;

ALTER TABLE assessment_due
  ADD CONSTRAINT assessment_due_cycle_known CHECK (cycle IN ('riskReview', 'healthExam')),
  ADD CONSTRAINT assessment_due_days CHECK (overdue_after >= due_on AND due_on >= counted_from),
  ADD CONSTRAINT assessment_due_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
ALTER TABLE risk_review
  ADD CONSTRAINT risk_review_risk CHECK (risk BETWEEN 0 AND 5),
  ADD CONSTRAINT risk_review_stability CHECK (stability IN ('unstable', 'basicStable', 'stable')),
  ADD CONSTRAINT risk_review_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
ALTER TABLE health_exam
  ADD CONSTRAINT health_exam_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
REVOKE UPDATE, DELETE ON risk_review, health_exam FROM app;
ALTER TABLE band_proposal
  ADD CONSTRAINT band_proposal_state CHECK (state IN ('waiting', 'agreed', 'refused', 'lapsed')),
  -- Two people, or none.
  ADD CONSTRAINT band_proposal_two CHECK ((state IN ('agreed', 'refused')) = (decided_by IS NOT NULL) AND decided_by <> proposed_by),
  ADD CONSTRAINT band_proposal_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
CREATE UNIQUE INDEX band_proposal_waits ON band_proposal (county_id, patient_id) WHERE state = 'waiting';
REVOKE DELETE ON assessment_due, band_proposal FROM app;
-- What was found stays; of whom it was found can turn out to be another file of the same person.
GRANT UPDATE (patient_id) ON rating, risk_review, health_exam TO app;

-- audit.sql
-- Deeds and reads are written once. Only the sealer's two columns may be filled in later.
REVOKE UPDATE, DELETE ON deed FROM app;
GRANT UPDATE (seal_seq, chain_hash) ON deed TO app;
REVOKE UPDATE, DELETE ON read_log FROM app;
REVOKE UPDATE ON change_history FROM app;
CREATE INDEX deed_unsealed ON deed (county_id, at, id) WHERE seal_seq IS NULL;

-- care-team-cases.sql
ALTER TABLE case_team
  ADD CONSTRAINT case_team_state CHECK (state IN ('proposed', 'open', 'closing', 'closed', 'lapsed')),
  ADD CONSTRAINT case_team_two CHECK (state <> 'closed' OR (asked_by IS NOT NULL AND agreed_by IS NOT NULL AND asked_by <> agreed_by)),
  ADD CONSTRAINT case_team_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT case_team_leader FOREIGN KEY (county_id, leader_id) REFERENCES person (county_id, id);
-- A patient has one case team at a time.
CREATE UNIQUE INDEX case_team_live ON case_team (county_id, patient_id) WHERE state IN ('proposed', 'open', 'closing');
ALTER TABLE case_team_member
  ADD CONSTRAINT case_team_member_days CHECK (until >= since - 1),
  ADD CONSTRAINT case_team_member_team FOREIGN KEY (county_id, case_team_id) REFERENCES case_team (county_id, id),
  ADD CONSTRAINT case_team_member_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
ALTER TABLE case_review
  ADD CONSTRAINT case_review_team FOREIGN KEY (county_id, case_team_id) REFERENCES case_team (county_id, id);
REVOKE UPDATE, DELETE ON case_review FROM app;
REVOKE DELETE ON case_team, case_team_member FROM app;

-- care-team-crisis.sql
ALTER TABLE duty_shift
  ADD CONSTRAINT duty_shift_time CHECK (until_at > from_at),
  ADD CONSTRAINT duty_shift_township FOREIGN KEY (county_id, township_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT duty_shift_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
-- Who is on duty at a moment, and a stretch of the roster.
CREATE INDEX duty_shift_on ON duty_shift (county_id, township_id, until_at) INCLUDE (from_at, person_id) WHERE removed_at IS NULL;
CREATE INDEX duty_shift_of ON duty_shift (county_id, person_id, until_at) WHERE removed_at IS NULL;
ALTER TABLE drill
  ADD CONSTRAINT drill_township FOREIGN KEY (county_id, township_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT drill_logged_by FOREIGN KEY (county_id, logged_by) REFERENCES person (county_id, id);
REVOKE DELETE ON duty_shift FROM app;
REVOKE UPDATE, DELETE ON drill FROM app;

-- care-team-groups.sql
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

-- care-team-roster.sql
ALTER TABLE roster_exception
  ADD CONSTRAINT roster_exception_by FOREIGN KEY (county_id, kept_by) REFERENCES person (county_id, id);
ALTER TABLE handover
  ADD CONSTRAINT handover_state CHECK (state IN ('proposed', 'done', 'refused', 'withdrawn')),
  ADD CONSTRAINT handover_days CHECK (until_on >= from_on),
  ADD CONSTRAINT handover_taken CHECK (state <> 'done' OR to_id IS NOT NULL),
  ADD CONSTRAINT handover_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id),
  ADD CONSTRAINT handover_to FOREIGN KEY (county_id, to_id) REFERENCES person (county_id, id);
REVOKE DELETE ON handover FROM app;

-- care-team.sql
ALTER TABLE team_seat
  ADD CONSTRAINT team_seat_post CHECK (post IN ('lead', 'police', 'securityOfficer', 'doctor', 'rehabCoordinator', 'civilAffairs', 'gridWorker')),
  ADD CONSTRAINT team_seat_days CHECK (until >= since - 1),
  ADD CONSTRAINT team_seat_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT team_seat_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
CREATE UNIQUE INDEX team_seat_once ON team_seat (county_id, patient_id, post, person_id) WHERE until IS NULL;

-- duties.sql
ALTER TABLE duty_evidence
  ADD CONSTRAINT duty_evidence_of FOREIGN KEY (county_id, township_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT duty_evidence_activity FOREIGN KEY (county_id, activity_id) REFERENCES outreach_activity (county_id, id),
  ADD CONSTRAINT duty_evidence_by FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
ALTER TABLE supervision_letter
  ADD CONSTRAINT supervision_letter_state CHECK (state IN ('open', 'answered', 'closed')),
  ADD CONSTRAINT supervision_letter_answered CHECK (state = 'open' OR (answer_sealed IS NOT NULL AND answered_at IS NOT NULL)),
  ADD CONSTRAINT supervision_letter_of FOREIGN KEY (county_id, township_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT supervision_letter_by FOREIGN KEY (county_id, sent_by) REFERENCES person (county_id, id),
  ADD CONSTRAINT supervision_letter_to FOREIGN KEY (county_id, receiver_id) REFERENCES person (county_id, id);
REVOKE UPDATE, DELETE ON duty_evidence FROM app;
-- What was asked stays as it was written.
REVOKE UPDATE, DELETE ON supervision_letter FROM app;
GRANT UPDATE (receiver_id, state, answer_sealed, answered_at, version) ON supervision_letter TO app;

-- exchange.sql
ALTER TABLE exchange_round
  ADD CONSTRAINT exchange_round_month CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT exchange_round_state CHECK (state IN ('open', 'signed', 'lapsed')),
  ADD CONSTRAINT exchange_round_township FOREIGN KEY (county_id, township_id) REFERENCES area (county_id, id);
ALTER TABLE exchange_list
  ADD CONSTRAINT exchange_list_department CHECK (department IN ('police', 'health', 'civilAffairs', 'disabledFederation')),
  ADD CONSTRAINT exchange_list_round FOREIGN KEY (county_id, round_id) REFERENCES exchange_round (county_id, id),
  ADD CONSTRAINT exchange_list_maker FOREIGN KEY (county_id, made_by) REFERENCES person (county_id, id);
ALTER TABLE exchange_row
  ADD CONSTRAINT exchange_row_verdict CHECK (verdict IN ('matched', 'candidate', 'unknown', 'refused')),
  ADD CONSTRAINT exchange_row_whose CHECK ((verdict = 'matched') = (patient_id IS NOT NULL)),
  ADD CONSTRAINT exchange_row_round FOREIGN KEY (county_id, round_id) REFERENCES exchange_round (county_id, id),
  ADD CONSTRAINT exchange_row_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
-- Nobody is twice in what one department hands in.
CREATE UNIQUE INDEX exchange_row_once ON exchange_row (county_id, round_id, patient_id, department) WHERE patient_id IS NOT NULL;
ALTER TABLE exchange_difference
  ADD CONSTRAINT exchange_difference_state CHECK (state IN ('open', 'confirmed', 'corrected', 'disputed')),
  ADD CONSTRAINT exchange_difference_answered CHECK ((state = 'open') = (answered_by IS NULL) AND (answered_by IS NULL) = (answered_at IS NULL)),
  ADD CONSTRAINT exchange_difference_round FOREIGN KEY (county_id, round_id) REFERENCES exchange_round (county_id, id),
  ADD CONSTRAINT exchange_difference_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
ALTER TABLE exchange_package
  ADD CONSTRAINT exchange_package_round FOREIGN KEY (county_id, id) REFERENCES exchange_round (county_id, id),
  ADD CONSTRAINT exchange_package_signer FOREIGN KEY (county_id, signed_by) REFERENCES person (county_id, id);
ALTER TABLE system_entry
  ADD CONSTRAINT system_entry_system CHECK (system IN ('national', 'police')),
  ADD CONSTRAINT system_entry_state CHECK (state IN ('entered', 'pending', 'removed')),
  ADD CONSTRAINT system_entry_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT system_entry_recorder FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
REVOKE DELETE ON exchange_round FROM app;
-- What was agreed and signed is never altered; what was entered stays, of whom can turn out to be another file of the same person.
REVOKE UPDATE, DELETE ON exchange_package, system_entry FROM app;
GRANT UPDATE (patient_id) ON system_entry TO app;

-- incident-cases.sql
ALTER TABLE handling
  ADD CONSTRAINT handling_state CHECK (state IN ('open', 'closing', 'closed')),
  -- The state says how many of the two parts are given, and they are two persons'.
  ADD CONSTRAINT handling_parts CHECK (
    num_nonnulls(doctor_by, police_by) = CASE state WHEN 'open' THEN 0 WHEN 'closing' THEN 1 ELSE 2 END
    AND (doctor_by IS NULL) = (doctor_at IS NULL) AND (police_by IS NULL) = (police_at IS NULL) AND coalesce(doctor_by <> police_by, true)),
  ADD CONSTRAINT handling_of_incident FOREIGN KEY (county_id, incident_id) REFERENCES incident (county_id, id),
  ADD CONSTRAINT handling_of_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
ALTER TABLE handling_entry
  ADD CONSTRAINT handling_entry_kind CHECK (kind IN ('step', 'note', 'people', 'measure', 'restraint', 'harm', 'diagnosis', 'observation')),
  ADD CONSTRAINT handling_entry_of FOREIGN KEY (county_id, handling_id) REFERENCES handling (county_id, id),
  ADD CONSTRAINT handling_entry_corrects FOREIGN KEY (county_id, corrects_id) REFERENCES handling_entry (county_id, id),
  ADD CONSTRAINT handling_entry_by FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
-- A row is put right once; what was still wrong then is put right in the row that did.
CREATE UNIQUE INDEX handling_entry_once ON handling_entry (county_id, corrects_id) WHERE corrects_id IS NOT NULL;
ALTER TABLE incident_conduct
  ADD CONSTRAINT incident_conduct_conduct CHECK (
    conduct IN ('mildDisturbance', 'troubleMaking', 'seriousHarm', 'otherHarm', 'selfHarm', 'suicideAttempt', 'none')
    AND (conduct = 'none') = (times = 0)),
  ADD CONSTRAINT incident_conduct_as CHECK (decided_as IN ('doctor', 'police') AND (risk IS NULL OR decided_as = 'doctor')),
  ADD CONSTRAINT incident_conduct_risk CHECK (risk BETWEEN 0 AND 5),
  ADD CONSTRAINT incident_conduct_of FOREIGN KEY (county_id, incident_id) REFERENCES incident (county_id, id),
  ADD CONSTRAINT incident_conduct_person FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
ALTER TABLE admission
  ADD CONSTRAINT admission_ground CHECK (ground IN ('voluntary', 'dangerToSelf', 'dangerToOthers')),
  -- Mental Health Law, Art. 30, 31, 36: who may sign, by ground.
  ADD CONSTRAINT admission_signed CHECK (
    ground = 'voluntary' AND signed_by = 'patient' OR ground = 'dangerToSelf' AND signed_by = 'guardian'
    OR ground = 'dangerToOthers' AND signed_by IN ('guardian', 'committee')),
  ADD CONSTRAINT admission_state CHECK (state IN ('inHospital', 'rediagnosing', 'confirmed', 'toRelease', 'discharged', 'received', 'ended')
    AND (state IN ('discharged', 'received', 'ended')) = (discharged_on IS NOT NULL)),
  ADD CONSTRAINT admission_rediagnosis CHECK ((ground = 'dangerToOthers') = (rediagnosis_until IS NOT NULL)),
  ADD CONSTRAINT admission_of FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT admission_after FOREIGN KEY (county_id, incident_id) REFERENCES incident (county_id, id);
-- Nobody is in two hospitals.
CREATE UNIQUE INDEX admission_one ON admission (county_id, patient_id) WHERE discharged_on IS NULL;
ALTER TABLE admission_event
  ADD CONSTRAINT admission_event_step CHECK (step IN ('admitted', 'askRediagnosis', 'confirm', 'notConfirm', 'discharge', 'receive')),
  ADD CONSTRAINT admission_event_of FOREIGN KEY (county_id, admission_id) REFERENCES admission (county_id, id),
  ADD CONSTRAINT admission_event_by FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
ALTER TABLE missing_person
  ADD CONSTRAINT missing_person_state CHECK (state IN ('searching', 'found')
    AND (state = 'found') = (found_at IS NOT NULL AND condition IS NOT NULL AND found_by IS NOT NULL)),
  ADD CONSTRAINT missing_person_condition CHECK (condition IN ('well', 'hurt', 'elsewhere', 'death')),
  ADD CONSTRAINT missing_person_of FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT missing_person_incident FOREIGN KEY (county_id, incident_id) REFERENCES incident (county_id, id);
-- The search for somebody is one.
CREATE UNIQUE INDEX missing_person_one ON missing_person (county_id, patient_id) WHERE state = 'searching';
ALTER TABLE look_back
  ADD CONSTRAINT look_back_cause CHECK (cause IN ('seriousHarm', 'death', 'other')),
  ADD CONSTRAINT look_back_span CHECK (from_on <= to_on),
  ADD CONSTRAINT look_back_of FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
REVOKE DELETE ON handling, admission, missing_person FROM app;
REVOKE UPDATE, DELETE ON handling_entry, incident_conduct, admission_event, look_back FROM app;
-- What was found stays; of whom can turn out to be another file of the same person.
GRANT UPDATE (patient_id) ON incident_conduct TO app;

-- incidents.sql
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

-- indicators.sql
ALTER TABLE area_residents
  ADD CONSTRAINT area_residents_some CHECK (residents > 0),
  ADD CONSTRAINT area_residents_of FOREIGN KEY (county_id, area_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT area_residents_by FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
REVOKE UPDATE, DELETE ON area_residents FROM app;

ALTER TABLE indicator_count ADD CONSTRAINT indicator_count_first_day CHECK (extract(day FROM month) = 1);
-- Nobody is in a numerator who is not in its denominator.
ALTER TABLE indicator_month
  ADD CONSTRAINT indicator_month_first_day CHECK (extract(day FROM month) = 1),
  ADD CONSTRAINT indicator_month_village_of FOREIGN KEY (county_id, village_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT indicator_month_parts CHECK (
    greatest(managed, taking, met, examined) <= registered AND greatest(within_norm, stable) <= managed AND taking_regularly <= taking
    AND least(registered, within_norm, taking_regularly, stable, met, examined) >= 0);
REVOKE DELETE ON indicator_count, indicator_month FROM app;

-- Read over counties, written by each for itself.
ALTER TABLE published_indicator ENABLE ROW LEVEL SECURITY;
CREATE POLICY told ON published_indicator FOR SELECT USING (true);
CREATE POLICY publishes ON published_indicator FOR INSERT WITH CHECK (county_id = nullif(current_setting('app.county', true), '')::int);
CREATE POLICY corrects ON published_indicator FOR UPDATE USING (county_id = nullif(current_setting('app.county', true), '')::int);
ALTER TABLE published_indicator
  ADD CONSTRAINT published_indicator_first_day CHECK (extract(day FROM month) = 1),
  ADD CONSTRAINT published_indicator_question CHECK (question IN
    ('detection', 'management', 'standardManagement', 'medicated', 'regularlyMedicated', 'stable', 'faceVisited', 'examined')),
  ADD CONSTRAINT published_indicator_hidden CHECK (NOT hidden OR (numerator IS NULL AND denominator IS NULL)),
  ADD CONSTRAINT published_indicator_parts CHECK (numerator >= 0 AND (numerator <= denominator OR question = 'detection')),
  ADD CONSTRAINT published_indicator_of FOREIGN KEY (county_id) REFERENCES county (id);
REVOKE DELETE ON published_indicator FROM app;

ALTER TABLE early_warning
  ADD CONSTRAINT early_warning_kind CHECK (kind IN ('medicineStopped', 'bandUp', 'overdue', 'missedVisits', 'incidentCluster', 'guardianLost')),
  ADD CONSTRAINT early_warning_grade CHECK (grade BETWEEN 1 AND 3),
  ADD CONSTRAINT early_warning_state CHECK (state IN ('open', 'acknowledged', 'closed', 'over')),
  ADD CONSTRAINT early_warning_seen CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL) AND (state <> 'acknowledged' OR acknowledged_at IS NOT NULL)),
  -- What somebody closed says by whom and how; what went away by itself does not.
  ADD CONSTRAINT early_warning_closed CHECK (
    (state IN ('closed', 'over')) = (closed_at IS NOT NULL) AND (state = 'closed') = (closed_by IS NOT NULL) AND (state = 'closed') = (note_sealed IS NOT NULL)),
  ADD CONSTRAINT early_warning_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
REVOKE DELETE ON early_warning FROM app;

-- law.sql
ALTER TABLE legal_matter
  ADD CONSTRAINT legal_matter_kind CHECK (kind IN ('dispute', 'mediationNotice', 'legalAdvice', 'legalAid', 'forensic')),
  ADD CONSTRAINT legal_matter_subject CHECK ((subject IS NOT NULL) = (kind IN ('dispute', 'mediationNotice'))),
  ADD CONSTRAINT legal_matter_state CHECK (state IN ('open', 'underway', 'closed')),
  ADD CONSTRAINT legal_matter_closed CHECK ((state = 'closed') = (outcome IS NOT NULL)),
  ADD CONSTRAINT legal_matter_about CHECK (num_nonnulls(patient_id, area_id) = 1),
  ADD CONSTRAINT legal_matter_of_somebody CHECK (patient_id IS NOT NULL OR kind NOT IN ('legalAid', 'forensic')),
  ADD CONSTRAINT legal_matter_of FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT legal_matter_at FOREIGN KEY (county_id, area_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT legal_matter_to FOREIGN KEY (county_id, owner_id) REFERENCES person (county_id, id),
  ADD CONSTRAINT legal_matter_by FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
ALTER TABLE legal_step
  ADD CONSTRAINT legal_step_of FOREIGN KEY (county_id, matter_id) REFERENCES legal_matter (county_id, id),
  ADD CONSTRAINT legal_step_by FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
-- What was done stays as it was written; what a matter is about is not rewritten.
REVOKE UPDATE, DELETE ON legal_step, legal_matter FROM app;
GRANT UPDATE (patient_id, state, outcome, owner_id, due_on, version) ON legal_matter TO app;

-- medication.sql
ALTER TABLE regimen
  ADD CONSTRAINT regimen_days CHECK (until >= since - 1 AND ordered_since <= since),
  ADD CONSTRAINT regimen_source CHECK (source IN ('registration', 'visit', 'doctor') AND (source = 'doctor') = (order_sealed IS NOT NULL)),
  ADD CONSTRAINT regimen_set CHECK ((source = 'doctor') = (set_by IS NOT NULL) AND (source = 'doctor') = (set_at IS NOT NULL)),
  ADD CONSTRAINT regimen_end_reason CHECK (end_reason IN ('recovered', 'sideEffect', 'bodilyIllness', 'other')),
  ADD CONSTRAINT regimen_end CHECK (end_reason IS NULL OR until IS NOT NULL),
  ADD CONSTRAINT regimen_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
CREATE UNIQUE INDEX regimen_one ON regimen (county_id, patient_id) WHERE until IS NULL;
-- What planning asks of the few whose injection or supply comes into sight.
CREATE INDEX regimen_injection ON regimen (county_id, injection_due_on) WHERE injection_due_on IS NOT NULL;
CREATE INDEX regimen_supply ON regimen (county_id, runs_out_on) WHERE runs_out_on IS NOT NULL;
ALTER TABLE confirmation
  ADD CONSTRAINT confirmation_answer CHECK (answer IN ('taken', 'partly', 'notTaken')),
  ADD CONSTRAINT confirmation_why CHECK (why IN ('forgot', 'refused', 'sideEffect', 'ranOut', 'doctorStopped', 'other')),
  ADD CONSTRAINT confirmation_explained CHECK (why IS NULL OR answer <> 'taken'),
  ADD CONSTRAINT confirmation_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT confirmation_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
ALTER TABLE found_adherence
  ADD CONSTRAINT found_adherence_code CHECK (adherence BETWEEN 1 AND 4),
  ADD CONSTRAINT found_adherence_patient FOREIGN KEY (county_id, id) REFERENCES patient (county_id, id);
ALTER TABLE injection
  ADD CONSTRAINT injection_patient_is FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT injection_person FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
ALTER TABLE dispensing
  ADD CONSTRAINT dispensing_arrival CHECK (arrival IN ('fetched', 'delivered')),
  ADD CONSTRAINT dispensing_arrived CHECK ((arrival IS NULL) = (arrived_on IS NULL) AND (arrival IS NULL) = (arrival_by IS NULL)),
  ADD CONSTRAINT dispensing_patient_is FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT dispensing_person FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
REVOKE DELETE ON regimen, confirmation, injection, dispensing FROM app;
REVOKE UPDATE ON injection FROM app;
-- What was given stays; of whom it was can turn out to be another file of the same person.
GRANT UPDATE (patient_id) ON injection TO app;

-- meetings.sql
ALTER TABLE meeting
  ADD CONSTRAINT meeting_kind CHECK (kind IN ('regular', 'special')),
  ADD CONSTRAINT meeting_state CHECK (state IN ('planned', 'drafting', 'countersigning', 'issued', 'cancelled')),
  ADD CONSTRAINT meeting_written CHECK (state IN ('planned', 'cancelled') OR text_id IS NOT NULL),
  ADD CONSTRAINT meeting_sent CHECK (state NOT IN ('countersigning', 'issued') OR sent_at IS NOT NULL),
  ADD CONSTRAINT meeting_called_off CHECK ((state = 'cancelled') = (cancel_sealed IS NOT NULL)),
  ADD CONSTRAINT meeting_of FOREIGN KEY (county_id, township_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT meeting_convened_by FOREIGN KEY (county_id, convened_by) REFERENCES person (county_id, id);
ALTER TABLE meeting_unit
  ADD CONSTRAINT meeting_unit_meeting FOREIGN KEY (county_id, meeting_id) REFERENCES meeting (county_id, id),
  ADD CONSTRAINT meeting_unit_organisation FOREIGN KEY (county_id, organisation_id) REFERENCES organisation (county_id, id);
ALTER TABLE meeting_text
  ADD CONSTRAINT meeting_text_meeting FOREIGN KEY (county_id, meeting_id) REFERENCES meeting (county_id, id),
  ADD CONSTRAINT meeting_text_by FOREIGN KEY (county_id, written_by) REFERENCES person (county_id, id);
ALTER TABLE countersignature
  ADD CONSTRAINT countersignature_stand CHECK (stand IN ('agree', 'object')),
  ADD CONSTRAINT countersignature_reason CHECK (stand = 'agree' OR words_sealed IS NOT NULL),
  ADD CONSTRAINT countersignature_text FOREIGN KEY (county_id, text_id) REFERENCES meeting_text (county_id, id),
  ADD CONSTRAINT countersignature_unit FOREIGN KEY (county_id, meeting_id, organisation_id) REFERENCES meeting_unit (county_id, meeting_id, organisation_id);
ALTER TABLE meeting_issue
  ADD CONSTRAINT meeting_issue_serial CHECK (serial > 0),
  ADD CONSTRAINT meeting_issue_meeting FOREIGN KEY (county_id, id) REFERENCES meeting (county_id, id),
  ADD CONSTRAINT meeting_issue_text FOREIGN KEY (county_id, text_id) REFERENCES meeting_text (county_id, id);
ALTER TABLE meeting_decision
  ADD CONSTRAINT meeting_decision_state CHECK (state IN ('open', 'done')),
  ADD CONSTRAINT meeting_decision_done CHECK ((state = 'done') = (done_at IS NOT NULL AND done_by IS NOT NULL AND outcome_sealed IS NOT NULL)),
  ADD CONSTRAINT meeting_decision_issue FOREIGN KEY (county_id, meeting_id) REFERENCES meeting_issue (county_id, id),
  ADD CONSTRAINT meeting_decision_by FOREIGN KEY (county_id, owner_id) REFERENCES person (county_id, id);
REVOKE DELETE ON meeting, meeting_unit, meeting_serial, meeting_decision FROM app;
-- What was written, signed and issued stays as it is.
REVOKE UPDATE, DELETE ON meeting_text, countersignature, meeting_issue FROM app;
-- What was decided is changed by nobody; only whose it is and what became of it.
REVOKE UPDATE ON meeting_decision FROM app;
GRANT UPDATE (owner_id, state, outcome_sealed, done_by, done_at, version) ON meeting_decision TO app;

-- outreach.sql
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

-- payouts-recovery.sql
ALTER TABLE recovery
  ADD CONSTRAINT recovery_state CHECK (state IN ('proposed', 'owed', 'settled', 'withdrawn')),
  ADD CONSTRAINT recovery_amount CHECK (amount_fen > 0 AND repaid_fen BETWEEN 0 AND amount_fen),
  -- Paid back to the fen, and only what is owed.
  ADD CONSTRAINT recovery_settled CHECK ((state = 'settled') = (repaid_fen = amount_fen) AND (state IN ('owed', 'settled') OR repaid_fen = 0)),
  -- Two persons, also for whoever reaches the table past the rules; neither of them the debtor.
  ADD CONSTRAINT recovery_by_two CHECK (state NOT IN ('owed', 'settled') OR (decided_by IS NOT NULL AND decided_by <> proposed_by)),
  ADD CONSTRAINT recovery_not_own CHECK (proposed_by <> guardian_id AND (decided_by IS NULL OR decided_by <> guardian_id)),
  ADD CONSTRAINT recovery_of_entitlement FOREIGN KEY (county_id, entitlement_id) REFERENCES entitlement (county_id, id);
ALTER TABLE recovery_repayment
  ADD CONSTRAINT recovery_repayment_amount CHECK (amount_fen > 0),
  ADD CONSTRAINT recovery_repayment_of FOREIGN KEY (county_id, recovery_id) REFERENCES recovery (county_id, id);
REVOKE UPDATE, DELETE ON recovery, recovery_repayment FROM app;
GRANT UPDATE (state, version, repaid_fen, decided_by, moved_at) ON recovery TO app;

-- payouts.sql
ALTER TABLE entitlement
  ADD CONSTRAINT entitlement_state CHECK (state IN ('approved', 'claimable', 'inTransfer', 'paid', 'failed', 'returned')),
  ADD CONSTRAINT entitlement_kind CHECK (kind IN ('regular', 'supplement')),
  ADD CONSTRAINT entitlement_amount CHECK (amount_fen > 0 AND attempt >= 1 AND seq >= 1),
  ADD CONSTRAINT entitlement_in_batch CHECK (state = 'approved' OR batch_id IS NOT NULL),
  ADD CONSTRAINT entitlement_frozen CHECK (frozen_sealed IS NULL OR batch_id IS NOT NULL),
  ADD CONSTRAINT entitlement_pending CHECK ((pending_decision IS NULL) = (pending_by IS NULL)),
  ADD CONSTRAINT entitlement_of_agreement FOREIGN KEY (county_id, agreement_id) REFERENCES agreement (county_id, id),
  ADD CONSTRAINT entitlement_of_appraisal FOREIGN KEY (county_id, appraisal_id) REFERENCES appraisal (county_id, id),
  ADD CONSTRAINT entitlement_of_batch FOREIGN KEY (county_id, batch_id) REFERENCES batch (county_id, id);
ALTER TABLE batch
  ADD CONSTRAINT batch_state CHECK (state IN ('draft', 'checked', 'released', 'reconciled', 'returned')),
  ADD CONSTRAINT batch_office FOREIGN KEY (county_id, office_id) REFERENCES organisation (county_id, id);
CREATE INDEX batch_wanting ON batch (county_id, bills_due_at, id) WHERE bills_due_at IS NOT NULL;
ALTER TABLE batch_step ADD CONSTRAINT batch_step_step CHECK (step IN ('prepared', 'checked', 'released', 'returned', 'reconciled', 'noticed'));
-- Maker, checker and payer are three persons, also for whoever reaches the table past the rules.
CREATE UNIQUE INDEX batch_step_one_hand ON batch_step (county_id, batch_id, person_id) WHERE step IN ('prepared', 'checked', 'released');

ALTER TABLE merchant_token ADD CONSTRAINT merchant_token_call CHECK (call IN ('create', 'query', 'cancel', 'receipt'));

ALTER TABLE bill
  ADD CONSTRAINT bill_state CHECK (state IN ('prepared', 'ACCEPTED', 'PROCESSING', 'WAIT_USER_CONFIRM', 'TRANSFERING', 'CANCELING', 'SUCCESS', 'FAIL', 'CANCELLED')),
  ADD CONSTRAINT bill_number CHECK (out_bill_no ~ '^[0-9A-Za-z]{32}$'),
  ADD CONSTRAINT bill_final CHECK ((state IN ('SUCCESS', 'FAIL', 'CANCELLED')) = (final_at IS NOT NULL)),
  ADD CONSTRAINT bill_of_entitlement FOREIGN KEY (county_id, entitlement_id) REFERENCES entitlement (county_id, id);
ALTER TABLE bill
  ADD CONSTRAINT bill_channel CHECK (channel IN ('wechat', 'bank', 'cash')),
  ADD CONSTRAINT bill_way CHECK ((channel = 'wechat') = (merchant_account_id IS NOT NULL) AND (channel = 'wechat') = (list_id IS NULL));
-- At most one bill, over all channels, that has paid or still may pay an entitlement.
CREATE UNIQUE INDEX bill_one_live ON bill (county_id, entitlement_id) WHERE state NOT IN ('FAIL', 'CANCELLED');
CREATE INDEX bill_open ON bill (county_id, due_at, id) WHERE final_at IS NULL AND channel = 'wechat';
ALTER TABLE payee_channel ADD CONSTRAINT payee_channel_way CHECK (channel IN ('wechat', 'bank', 'cash') AND (channel = 'bank') = (account_sealed IS NOT NULL));
ALTER TABLE pay_list
  ADD CONSTRAINT pay_list_channel CHECK (channel IN ('bank', 'cash')),
  ADD CONSTRAINT pay_list_batch FOREIGN KEY (county_id, batch_id) REFERENCES batch (county_id, id);
ALTER TABLE bill_receipt ADD CONSTRAINT bill_receipt_bill FOREIGN KEY (county_id, bill_id) REFERENCES bill (county_id, id);
ALTER TABLE reconciliation_difference ADD CONSTRAINT difference_kind CHECK (kind IN ('paidElsewhere', 'unknownToPlatform', 'otherState', 'otherAmount', 'unresolved', 'ledger'));
-- The same difference is open once.
CREATE UNIQUE INDEX difference_open ON reconciliation_difference (county_id, entitlement_id, kind) WHERE closed_at IS NULL;
ALTER TABLE cash_receipt ADD CONSTRAINT cash_receipt_bill FOREIGN KEY (county_id, bill_id) REFERENCES bill (county_id, id);

ALTER TABLE ledger_account
  ADD CONSTRAINT ledger_account_name CHECK (account IN ('received', 'available', 'committed', 'claimable', 'inTransfer', 'paid', 'failed', 'recovering', 'spent')),
  -- Only what finance handed over runs negative: no fen is spent that is not there.
  ADD CONSTRAINT ledger_account_covered CHECK (CASE WHEN account = 'received' THEN balance_fen <= 0 ELSE balance_fen >= 0 END);
ALTER TABLE ledger_posting
  ADD CONSTRAINT ledger_posting_amount CHECK (amount_fen > 0),
  ADD CONSTRAINT ledger_posting_moves CHECK (from_account <> to_account);
ALTER TABLE appropriation ADD CONSTRAINT appropriation_amount CHECK (amount_fen > 0);

ALTER TABLE budget_line
  ADD CONSTRAINT budget_line_for CHECK (purpose IN ('reward', 'screening', 'review', 'rating', 'emergency', 'relief', 'treatment', 'rehabilitation', 'elsewhere')),
  ADD CONSTRAINT budget_line_planned CHECK (planned_fen >= 0 AND year BETWEEN 2000 AND 2199),
  ADD CONSTRAINT budget_line_office FOREIGN KEY (county_id, office_id) REFERENCES organisation (county_id, id);
-- A batch is paid from the reward's money and from no other, and nothing else is: also for whoever reaches the tables past the rules.
ALTER TABLE batch
  ADD CONSTRAINT batch_of_reward CHECK (purpose = 'reward'),
  ADD CONSTRAINT batch_line FOREIGN KEY (county_id, line_id, purpose) REFERENCES budget_line (county_id, id, purpose);
ALTER TABLE expenditure
  ADD CONSTRAINT expenditure_not_of_reward CHECK (purpose <> 'reward'),
  ADD CONSTRAINT expenditure_amount CHECK (amount_fen > 0),
  -- Typed from a voucher with what it was for, or a patient's cost.
  ADD CONSTRAINT expenditure_source CHECK (num_nonnulls(document_number, words_sealed) = CASE WHEN cost_id IS NULL THEN 2 ELSE 0 END),
  ADD CONSTRAINT expenditure_line FOREIGN KEY (county_id, line_id, purpose) REFERENCES budget_line (county_id, id, purpose),
  ADD CONSTRAINT expenditure_office FOREIGN KEY (county_id, office_id) REFERENCES organisation (county_id, id),
  ADD CONSTRAINT expenditure_cost FOREIGN KEY (county_id, cost_id) REFERENCES relief_cost (county_id, id),
  ADD CONSTRAINT expenditure_by FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
-- A cost is paid once.
CREATE UNIQUE INDEX expenditure_one_cost ON expenditure (county_id, cost_id) WHERE cost_id IS NOT NULL;
ALTER TABLE expenditure_step
  ADD CONSTRAINT expenditure_step_step CHECK (step IN ('checked', 'takenBack')),
  ADD CONSTRAINT expenditure_step_of FOREIGN KEY (county_id, expenditure_id) REFERENCES expenditure (county_id, id),
  ADD CONSTRAINT expenditure_step_by FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
ALTER TABLE ledger_account ADD CONSTRAINT ledger_account_line FOREIGN KEY (county_id, line_id) REFERENCES budget_line (county_id, id);

REVOKE UPDATE, DELETE ON bill_receipt, payee_channel, cash_receipt, ledger_posting, ledger_snapshot, appropriation, batch_step, expenditure, expenditure_step FROM app;
-- What the money of a line is for stays as it was.
REVOKE UPDATE ON budget_line FROM app;
GRANT UPDATE (planned_fen) ON budget_line TO app;
REVOKE DELETE ON pay_list, entitlement, budget_line, batch, bill, ledger_account, bill_directory FROM app;

-- platform.sql
-- Room in every page for the claim of all its rows beside them: a row that has to go to another page has to be entered into every index again.
ALTER TABLE outbox_due SET (fillfactor = 45);
-- Alarms have a lane of their own: however much else waits, it is not looked through.
CREATE INDEX outbox_due_urgent ON outbox_due (county_id, not_before) WHERE urgent;
-- A promise is known by what makes it one: promised twice it has one id, and needs no second index to be found by. No kind has a space.
CREATE FUNCTION promise_id(kind text, key text) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$ SELECT md5(kind || ' ' || key)::uuid $$;
GRANT EXECUTE ON FUNCTION promise_id(text, text) TO app;

-- graphile-worker guards its tables with row-level security of its own; the worker runs as `app`.
-- (Prisma's shadow database has no graphile_worker schema.)
DO $$
DECLARE
  guarded text;
BEGIN
  IF to_regnamespace('graphile_worker') IS NULL THEN
    RETURN;
  END IF;
  GRANT USAGE ON SCHEMA graphile_worker TO app;
  GRANT ALL ON ALL TABLES IN SCHEMA graphile_worker TO app;
  GRANT ALL ON ALL SEQUENCES IN SCHEMA graphile_worker TO app;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO app;
  FOR guarded IN SELECT relname FROM pg_class WHERE relnamespace = 'graphile_worker'::regnamespace AND relkind = 'r' AND relrowsecurity LOOP
    EXECUTE format('CREATE POLICY app ON graphile_worker.%I TO app USING (true) WITH CHECK (true)', guarded);
  END LOOP;
END $$;

-- policy.sql
ALTER TABLE policy_version
  ADD CONSTRAINT policy_version_kind CHECK (
    kind IN ('visit', 'visitForm', 'visitWork', 'specialPeriod', 'assessment', 'caseTeam', 'medication', 'incident', 'handling', 'reminder', 'message', 'reward', 'payout', 'relief', 'calendar', 'meeting', 'guidance', 'screening', 'rights', 'retention', 'indicators', 'exchange')
    AND (body IS NULL OR body ->> 'kind' = kind)),
  ADD CONSTRAINT policy_version_follows CHECK (body IS NOT NULL OR township_id IS NOT NULL),
  ADD CONSTRAINT policy_version_seq_counts CHECK (seq >= 1),
  ADD CONSTRAINT policy_version_township FOREIGN KEY (county_id, township_id) REFERENCES area (county_id, id);
REVOKE UPDATE, DELETE ON policy_version FROM app;

-- registry-file.sql
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

-- registry.sql
-- A file that was merged into another keeps its number for its history; the other one answers for it.
CREATE UNIQUE INDEX patient_id_number ON patient (county_id, id_number_digest) WHERE id_number_digest IS NOT NULL AND state <> 'merged';
ALTER TABLE patient
  ADD CONSTRAINT patient_born CHECK (born ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  ADD CONSTRAINT patient_village FOREIGN KEY (county_id, village_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT patient_township FOREIGN KEY (county_id, township_id) REFERENCES area (county_id, id);
ALTER TABLE guardianship
  ADD CONSTRAINT guardianship_days CHECK (until >= since - 1),
  ADD CONSTRAINT guardianship_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT guardianship_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
CREATE UNIQUE INDEX guardianship_primary ON guardianship (county_id, patient_id) WHERE is_primary AND until IS NULL;
ALTER TABLE guardianship
  ADD CONSTRAINT guardianship_kind CHECK (kind IN ('statutory', 'entrusted', 'placed')),
  ADD CONSTRAINT guardianship_end CHECK (end_reason IN ('changed', 'unable', 'died', 'withdrawn', 'recovered'));

ALTER TABLE patient
  ADD CONSTRAINT patient_state CHECK (state IN ('suspected', 'registered', 'inCare', 'away', 'lostToFollowUp', 'missing', 'hospitalised',
    'inCustody', 'compulsoryMedical', 'compulsoryDrugRehab', 'deceased', 'movedOut', 'notConfirmed', 'merged')),
  ADD CONSTRAINT patient_care CHECK (care <@ '{clinical,watch,telephone,medication,contact}'),
  ADD CONSTRAINT patient_closed CHECK ((cardinality(care) = 0) = (state IN ('deceased', 'movedOut', 'notConfirmed', 'merged')));
ALTER TABLE life_event
  ADD CONSTRAINT life_event_turn CHECK (from_state <> to_state),
  ADD CONSTRAINT life_event_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT life_event_recorder FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
CREATE INDEX life_event_deaths ON life_event (county_id, on_day) WHERE to_state = 'deceased';
ALTER TABLE consent
  ADD CONSTRAINT consent_decision CHECK (decision IN ('given', 'refused', 'withdrawn', 'notRequired')),
  ADD CONSTRAINT consent_basis CHECK ((decision = 'notRequired') = (basis IS NOT NULL)),
  ADD CONSTRAINT consent_signer CHECK ((decision = 'notRequired') = (signer IS NULL) AND (signer IS NULL) = (signer_name_sealed IS NULL)),
  ADD CONSTRAINT consent_text CHECK (decision NOT IN ('given', 'refused') OR text_version IS NOT NULL),
  ADD CONSTRAINT consent_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT consent_recorder FOREIGN KEY (county_id, recorded_by) REFERENCES person (county_id, id);
ALTER TABLE guardian_helper
  ADD CONSTRAINT guardian_helper_days CHECK (until >= since - 1),
  ADD CONSTRAINT guardian_helper_another CHECK (guardian_id <> person_id),
  ADD CONSTRAINT guardian_helper_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT guardian_helper_guardian FOREIGN KEY (county_id, guardian_id) REFERENCES person (county_id, id),
  ADD CONSTRAINT guardian_helper_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
CREATE UNIQUE INDEX guardian_helper_once ON guardian_helper (county_id, patient_id, guardian_id, person_id) WHERE until IS NULL;
ALTER TABLE patient_move
  ADD CONSTRAINT patient_move_state CHECK (state IN ('waiting', 'accepted', 'rejected', 'withdrawn')),
  ADD CONSTRAINT patient_move_away CHECK (from_village_id <> to_village_id),
  ADD CONSTRAINT patient_move_answered CHECK ((state = 'waiting') = (answered_at IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL)),
  ADD CONSTRAINT patient_move_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT patient_move_from FOREIGN KEY (county_id, from_village_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT patient_move_to FOREIGN KEY (county_id, to_village_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT patient_move_proposer FOREIGN KEY (county_id, proposed_by) REFERENCES person (county_id, id);
-- One handover of a patient waits at a time.
CREATE UNIQUE INDEX patient_move_waiting ON patient_move (county_id, patient_id) WHERE state = 'waiting';
REVOKE DELETE ON life_event, consent, guardian_helper, patient_move, guardianship FROM app;
REVOKE UPDATE ON life_event, consent FROM app;
-- What was decided stays; of whom it was decided can turn out to be another file of the same person.
GRANT UPDATE (patient_id) ON consent TO app;

-- rehabilitation.sql
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

-- relief.sql
ALTER TABLE relief_answer
  ADD CONSTRAINT relief_answer_answer CHECK (answer IN ('yes', 'no')),
  ADD CONSTRAINT relief_answer_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT relief_answer_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
ALTER TABLE relief_application
  ADD CONSTRAINT relief_application_state CHECK (state IN ('collecting', 'forwarded', 'granted', 'refused', 'objected', 'upheld', 'withdrawn')),
  ADD CONSTRAINT relief_application_papers CHECK (handed_in <@ asked),
  -- A refusal has somebody who entered it and a day until which it can be objected to.
  ADD CONSTRAINT relief_application_refused CHECK (state NOT IN ('refused', 'objected', 'upheld') OR (decided_by IS NOT NULL AND object_until IS NOT NULL)),
  ADD CONSTRAINT relief_application_due CHECK ((state IN ('collecting', 'forwarded', 'objected')) = (due_on IS NOT NULL)),
  ADD CONSTRAINT relief_application_of_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
-- One application for a benefit at a time.
CREATE UNIQUE INDEX relief_application_one_live ON relief_application (county_id, patient_id, benefit)
  WHERE state IN ('collecting', 'forwarded', 'objected');
ALTER TABLE relief_step ADD CONSTRAINT relief_step_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
ALTER TABLE relief_grant
  ADD CONSTRAINT relief_grant_days CHECK (until_on >= from_on - 1),
  ADD CONSTRAINT relief_grant_amount CHECK (amount_fen >= 0 AND (amount_fen IS NULL) = (rhythm IS NULL)),
  ADD CONSTRAINT relief_grant_rhythm CHECK (rhythm IN ('once', 'month', 'year')),
  ADD CONSTRAINT relief_grant_of_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT relief_grant_of_application FOREIGN KEY (county_id, relief_id) REFERENCES relief_application (county_id, id);
-- What an application led to stands in the ledger once.
CREATE UNIQUE INDEX relief_grant_once ON relief_grant (county_id, relief_id) WHERE relief_id IS NOT NULL;
CREATE INDEX relief_grant_ending ON relief_grant (county_id, until_on) WHERE until_on IS NOT NULL;
ALTER TABLE relief_cost
  ADD CONSTRAINT relief_cost_state CHECK (state IN ('proposed', 'reviewed', 'paid', 'supervised', 'returned')),
  ADD CONSTRAINT relief_cost_origin CHECK (origin IN ('unknown', 'elsewhere', 'homeless', 'threeNo')),
  ADD CONSTRAINT relief_cost_paid_for CHECK (paid_for IN ('treatment', 'travel', 'board', 'helpers', 'other')),
  -- Travel, board and helpers are costs of an escort.
  ADD CONSTRAINT relief_cost_of_escort CHECK (paid_for = 'treatment' OR escort_id IS NOT NULL),
  ADD CONSTRAINT relief_cost_escort FOREIGN KEY (county_id, escort_id) REFERENCES escort (county_id, id),
  ADD CONSTRAINT relief_cost_amounts CHECK (bill_fen > 0 AND allowed_fen <= bill_fen AND paid_fen <= allowed_fen),
  -- Whoever proposed, reviewed, paid and supervised are four persons.
  ADD CONSTRAINT relief_cost_persons CHECK (
    proposed_by <> reviewed_by AND proposed_by <> paid_by AND proposed_by <> supervised_by
    AND reviewed_by <> paid_by AND reviewed_by <> supervised_by AND paid_by <> supervised_by),
  ADD CONSTRAINT relief_cost_reviewed CHECK (state = 'proposed' OR reviewed_by IS NOT NULL),
  ADD CONSTRAINT relief_cost_paid CHECK ((state IN ('paid', 'supervised')) = (paid_by IS NOT NULL AND paid_fen IS NOT NULL)),
  ADD CONSTRAINT relief_cost_supervised CHECK ((state = 'supervised') = (supervised_by IS NOT NULL)),
  ADD CONSTRAINT relief_cost_of_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
ALTER TABLE escort
  ADD CONSTRAINT escort_reason CHECK (reason IN ('elsewhere', 'homeless', 'noGuardian', 'hospital')),
  ADD CONSTRAINT escort_state CHECK (state IN ('planned', 'underway', 'handedOver', 'cancelled')),
  -- A handover has its receipt, its moment and somebody who wrote it, and nothing else has.
  ADD CONSTRAINT escort_receipt CHECK (num_nonnulls(receipt_sealed, handed_over_at, handed_over_by) = CASE state WHEN 'handedOver' THEN 3 ELSE 0 END),
  ADD CONSTRAINT escort_of FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT escort_by FOREIGN KEY (county_id, planned_by) REFERENCES person (county_id, id),
  ADD CONSTRAINT escort_handed_by FOREIGN KEY (county_id, handed_over_by) REFERENCES person (county_id, id);
-- What was answered, decided and found stays as it was.
REVOKE UPDATE, DELETE ON relief_answer, relief_step, relief_cost_step FROM app;
REVOKE DELETE ON relief_application, relief_grant, relief_cost FROM app;
REVOKE UPDATE, DELETE ON escort FROM app;
GRANT UPDATE (patient_id, state, receipt_sealed, handed_over_at, handed_over_by, version) ON escort TO app;
GRANT UPDATE (patient_id) ON relief_answer TO app;

-- reminders.sql
ALTER TABLE credit
  ADD CONSTRAINT credit_counts CHECK (messages_left >= 0 AND phone_ahead >= 0 AND platform_ahead >= 0),
  ADD CONSTRAINT credit_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
ALTER TABLE credit_entry
  ADD CONSTRAINT credit_entry_cause CHECK (cause IN ('accepted', 'sent', 'exhausted', 'rejected', 'confirmedLate')),
  ADD CONSTRAINT credit_entry_source CHECK (source IN ('phone', 'platform', 'sending')),
  ADD CONSTRAINT credit_entry_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
ALTER TABLE message
  ADD CONSTRAINT message_state CHECK (state IN ('waiting', 'sending', 'sent', 'noCredit', 'failed', 'doubtful')),
  ADD CONSTRAINT message_purpose CHECK (purpose IN
    ('medication', 'visit', 'task', 'overdue', 'incident', 'help', 'checkOut', 'payout', 'review', 'notice', 'funds')),
  ADD CONSTRAINT message_channel CHECK (channel IN ('wechat', 'sms', 'call')),
  ADD CONSTRAINT message_count CHECK (count >= 1),
  ADD CONSTRAINT message_acknowledged CHECK (acknowledged_at IS NULL OR read_at IS NOT NULL),
  ADD CONSTRAINT message_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
-- Room in every page for what becomes of its messages beside them: those of a page are settled together.
ALTER TABLE message SET (fillfactor = 50);
ALTER TABLE message_attempt
  ADD CONSTRAINT message_attempt_channel_known CHECK (channel IN ('wechat', 'sms')),
  ADD CONSTRAINT message_attempt_tries CHECK (tries >= 1),
  ADD CONSTRAINT message_attempt_state CHECK (state IN ('waiting', 'sending', 'sent', 'noCredit', 'failed', 'doubtful', 'none')),
  ADD CONSTRAINT message_attempt_message FOREIGN KEY (county_id, message_id) REFERENCES message (county_id, id);
-- The platform refuses two messages to one person at once: the second waits until the first has its answer, in whichever process it is.
CREATE UNIQUE INDEX message_attempt_one_at_a_time ON message_attempt (county_id, person_id, channel) WHERE state = 'sending' AND NOT alarm;
-- What the platform tells later of a message that it took.
CREATE INDEX message_attempt_platform ON message_attempt (county_id, platform_id) WHERE platform_id IS NOT NULL;
ALTER TABLE task_told
  ADD CONSTRAINT task_told_task FOREIGN KEY (county_id, task_id) REFERENCES task (county_id, id),
  ADD CONSTRAINT task_told_message FOREIGN KEY (county_id, message_id) REFERENCES message (county_id, id);
ALTER TABLE task_overdue
  ADD CONSTRAINT task_overdue_level CHECK (level IN ('lead', 'office')),
  ADD CONSTRAINT task_overdue_task FOREIGN KEY (county_id, task_id) REFERENCES task (county_id, id),
  ADD CONSTRAINT task_overdue_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
ALTER TABLE task_hold
  ADD CONSTRAINT task_hold_kind CHECK (kind IN ('snooze', 'pause')),
  ADD CONSTRAINT task_hold_times CHECK (until_at > at),
  ADD CONSTRAINT task_hold_task FOREIGN KEY (county_id, task_id) REFERENCES task (county_id, id),
  ADD CONSTRAINT task_hold_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
CREATE UNIQUE INDEX task_hold_live ON task_hold (county_id, task_id) WHERE ended_at IS NULL;
ALTER TABLE family_call
  ADD CONSTRAINT family_call_task FOREIGN KEY (county_id, task_id) REFERENCES task (county_id, id),
  ADD CONSTRAINT family_call_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
REVOKE DELETE ON credit, credit_event, message, message_attempt, task_told, task_overdue, task_hold, family_call FROM app;
REVOKE UPDATE, DELETE ON credit_entry FROM app;
CREATE INDEX message_attempt_doubt ON message_attempt (county_id, person_id) WHERE state = 'doubtful';

-- rights.sql
ALTER TABLE attachment
  ADD CONSTRAINT attachment_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT attachment_type CHECK (type IN ('image/jpeg', 'image/png', 'application/pdf', 'audio/mpeg', 'audio/wav')),
  ADD CONSTRAINT attachment_of_somebody CHECK (patient_id IS NOT NULL OR kind IN ('incident', 'other')),
  -- Nobody takes out what is erased because the time of a clue is over.
  ADD CONSTRAINT attachment_removed CHECK (
    (removed_at IS NULL) = (remove_reason_sealed IS NULL)
    AND (removed_by IS NULL OR removed_at IS NOT NULL)
    AND (removed_by IS NOT NULL OR removed_at IS NULL OR patient_id IS NULL)),
  ADD CONSTRAINT attachment_evidence CHECK (removed_at IS NULL OR cardinality(evidence_of) = 0);
REVOKE DELETE ON attachment FROM app;

ALTER TABLE break_glass
  ADD CONSTRAINT break_glass_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT break_glass_review CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL) AND (reviewed_at IS NULL) = (verdict IS NULL)),
  ADD CONSTRAINT break_glass_by_another CHECK (reviewed_by <> person_id),
  ADD CONSTRAINT break_glass_verdict CHECK (verdict IN ('justified', 'unjustified'));
-- Who opened what and why is written once; only that it was seen and reviewed comes later.
REVOKE UPDATE, DELETE ON break_glass FROM app;
GRANT UPDATE (seen_by, seen_at, reviewed_by, reviewed_at, verdict, note_sealed) ON break_glass TO app;

ALTER TABLE patient_account
  ADD CONSTRAINT patient_account_days CHECK (until >= since - 1),
  ADD CONSTRAINT patient_account_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT patient_account_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
CREATE UNIQUE INDEX patient_account_one ON patient_account (county_id, patient_id) WHERE until IS NULL;
CREATE UNIQUE INDEX patient_account_of_one ON patient_account (county_id, person_id) WHERE until IS NULL;

ALTER TABLE rights_request
  ADD CONSTRAINT rights_request_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT rights_request_state CHECK (state IN ('open', 'answered', 'escalated', 'closed')),
  ADD CONSTRAINT rights_request_way CHECK (
    CASE way
      WHEN 'outside' THEN asked_by IS NULL AND written_by IS NOT NULL AND proof IS NOT NULL AND outside_sealed IS NOT NULL
      ELSE way IN ('self', 'guardian') AND asked_by IS NOT NULL AND written_by IS NULL AND outside_sealed IS NULL
    END);
REVOKE DELETE ON rights_request FROM app;
ALTER TABLE rights_answer
  ADD CONSTRAINT rights_answer_request FOREIGN KEY (county_id, request_id) REFERENCES rights_request (county_id, id);
REVOKE UPDATE, DELETE ON rights_answer FROM app;

ALTER TABLE data_export
  ADD CONSTRAINT data_export_state CHECK (state IN ('requested', 'approved', 'refused')),
  ADD CONSTRAINT data_export_by_another CHECK (decided_by <> asked_by),
  ADD CONSTRAINT data_export_approved CHECK ((state = 'approved') = (expires_at IS NOT NULL));
REVOKE DELETE ON data_export FROM app;

-- That something was erased is never erased.
REVOKE UPDATE, DELETE ON erasure FROM app;

ALTER TABLE handed_in
  ADD CONSTRAINT handed_in_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT handed_in_area FOREIGN KEY (county_id, area_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT handed_in_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id),
  ADD CONSTRAINT handed_in_state CHECK (state IN ('waiting', 'takenOver', 'setAside')),
  -- Only what an office has set aside is emptied, once its time is over.
  ADD CONSTRAINT handed_in_erased CHECK (state = 'setAside' OR octet_length(write_sealed) > 0),
  ADD CONSTRAINT handed_in_by_another CHECK (decided_by <> person_id),
  ADD CONSTRAINT handed_in_decided CHECK (
    (state = 'waiting') = (decided_by IS NULL) AND (state = 'waiting') = (decided_at IS NULL) AND (state = 'waiting') = (reason_sealed IS NULL));
-- What a phone handed in stays as it came; what an office decides about it comes later, and what it set aside is emptied in the end.
REVOKE UPDATE, DELETE ON handed_in FROM app;
GRANT UPDATE (patient_id, write_sealed, state, decided_by, decided_at, reason_sealed, version) ON handed_in TO app;

-- screening.sql
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

-- transfers.sql
ALTER TABLE transfer_out
  ADD CONSTRAINT transfer_out_state CHECK (state IN ('proposed', 'released', 'rejected', 'withdrawn')),
  ADD CONSTRAINT transfer_out_away CHECK (to_county <> county_id),
  ADD CONSTRAINT transfer_out_ended CHECK ((state = 'proposed') = (ended_at IS NULL)),
  ADD CONSTRAINT transfer_out_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT transfer_out_proposer FOREIGN KEY (county_id, proposed_by) REFERENCES person (county_id, id);
-- One handover of a patient waits at a time.
CREATE UNIQUE INDEX transfer_out_proposed ON transfer_out (county_id, patient_id) WHERE state = 'proposed';
ALTER TABLE transfer_in
  ADD CONSTRAINT transfer_in_state CHECK (state IN ('waiting', 'accepted', 'takenOver', 'rejected', 'withdrawn')),
  ADD CONSTRAINT transfer_in_from CHECK (from_county <> county_id),
  ADD CONSTRAINT transfer_in_whole CHECK (state NOT IN ('waiting', 'accepted') OR (package_sealed IS NOT NULL AND reason_sealed IS NOT NULL)),
  ADD CONSTRAINT transfer_in_erased CHECK (state NOT IN ('rejected', 'withdrawn') OR package_sealed IS NULL),
  ADD CONSTRAINT transfer_in_accepted CHECK (state NOT IN ('accepted', 'takenOver') OR (village_id IS NOT NULL AND answered_by IS NOT NULL)),
  ADD CONSTRAINT transfer_in_taken_over CHECK ((state = 'takenOver') = (patient_id IS NOT NULL) AND (patient_id IS NULL) = (taken_over_at IS NULL)),
  ADD CONSTRAINT transfer_in_township FOREIGN KEY (county_id, township_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT transfer_in_village FOREIGN KEY (county_id, village_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT transfer_in_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT transfer_in_answerer FOREIGN KEY (county_id, answered_by) REFERENCES person (county_id, id);
CREATE INDEX transfer_in_patient ON transfer_in (county_id, patient_id) WHERE patient_id IS NOT NULL;
CREATE INDEX transfer_in_to_erase ON transfer_in (county_id, taken_over_at) WHERE state = 'takenOver' AND package_sealed IS NOT NULL;
REVOKE DELETE ON transfer_out, transfer_in FROM app;

-- visits-periods.sql
ALTER TABLE special_period
  ADD CONSTRAINT special_period_days CHECK (ends_on >= starts_on AND ended_on <= ends_on),
  ADD CONSTRAINT special_period_bands CHECK (cardinality(bands) > 0),
  ADD CONSTRAINT special_period_state CHECK (state IN ('proposed', 'approved', 'refused', 'withdrawn', 'endedEarly')
    AND (state IN ('proposed', 'withdrawn')) = (decided_by IS NULL) AND (state = 'endedEarly') = (ended_on IS NOT NULL AND ended_by IS NOT NULL)),
  -- Two persons.
  ADD CONSTRAINT special_period_two CHECK (decided_by <> proposed_by),
  ADD CONSTRAINT special_period_area FOREIGN KEY (county_id, area_id) REFERENCES area (county_id, id),
  ADD CONSTRAINT special_period_proposer FOREIGN KEY (county_id, proposed_by) REFERENCES person (county_id, id),
  ADD CONSTRAINT special_period_decider FOREIGN KEY (county_id, decided_by) REFERENCES person (county_id, id);
CREATE INDEX special_period_running ON special_period (county_id, ends_on) WHERE state = 'approved';
ALTER TABLE special_period_member
  ADD CONSTRAINT special_period_member_left CHECK ((left_on IS NULL) = (left_why IS NULL) AND left_on >= entered_on),
  ADD CONSTRAINT special_period_member_why CHECK (left_why IN ('over', 'band', 'care')),
  ADD CONSTRAINT special_period_member_risk CHECK (risk BETWEEN 0 AND 5),
  ADD CONSTRAINT special_period_member_of FOREIGN KEY (county_id, period_id) REFERENCES special_period (county_id, id),
  ADD CONSTRAINT special_period_member_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
CREATE UNIQUE INDEX special_period_member_once ON special_period_member (county_id, period_id, patient_id) WHERE left_on IS NULL;
-- Whom to ask after on a day.
CREATE INDEX special_period_member_in ON special_period_member (county_id, patient_id) WHERE left_on IS NULL;
ALTER TABLE roll_call_mark
  ADD CONSTRAINT roll_call_mark_result CHECK (result IN ('seen', 'phoned', 'unreachable')),
  ADD CONSTRAINT roll_call_mark_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT roll_call_mark_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
REVOKE DELETE ON special_period, special_period_member, roll_call_mark FROM app;
REVOKE UPDATE ON roll_call_mark FROM app;
-- How somebody was found stays; of whom it was can turn out to be another file of the same person.
GRANT UPDATE (patient_id) ON roll_call_mark TO app;

-- visits-watch.sql
ALTER TABLE visit_watch
  ADD CONSTRAINT visit_watch_times CHECK (help_at >= asks_at AND office_at >= help_at),
  ADD CONSTRAINT visit_watch_visit FOREIGN KEY (county_id, id) REFERENCES visit (county_id, id);
CREATE INDEX visit_watch_running ON visit_watch (county_id, help_at) WHERE closed_at IS NULL AND help_asked_at IS NULL;
CREATE INDEX visit_watch_unheeded ON visit_watch (county_id, office_at) WHERE closed_at IS NULL AND office_asked_at IS NULL AND help_asked_at IS NOT NULL;
CREATE INDEX visit_watch_untold ON visit_watch (county_id, asks_at) WHERE closed_at IS NULL AND told_at IS NULL;
REVOKE DELETE ON visit_watch FROM app;

-- visits.sql
ALTER TABLE visit
  ADD CONSTRAINT visit_state CHECK (state IN ('checkedIn', 'recorded')),
  ADD CONSTRAINT visit_recorded CHECK ((state = 'recorded') = (record_sealed IS NOT NULL AND result IS NOT NULL AND recorded_at IS NOT NULL)),
  ADD CONSTRAINT visit_result CHECK (result IN ('done', 'missed', 'lost', 'deceased')),
  ADD CONSTRAINT visit_form CHECK (form IN ('national', 'quick') AND (state = 'recorded') = (national IS NOT NULL AND local IS NOT NULL AND details_sealed IS NOT NULL)),
  -- A quick form knows no class, and a risk only when somebody saw one.
  ADD CONSTRAINT visit_finding CHECK (CASE WHEN result = 'done' AND form = 'national' THEN risk IS NOT NULL AND stability IS NOT NULL ELSE stability IS NULL AND (result = 'done' OR risk IS NULL) END),
  ADD CONSTRAINT visit_risk CHECK (risk BETWEEN 0 AND 5),
  ADD CONSTRAINT visit_told CHECK (result = 'done' OR (met IS NULL AND adherence IS NULL AND guardianship IS NULL)),
  ADD CONSTRAINT visit_adherence CHECK (adherence BETWEEN 1 AND 4),
  ADD CONSTRAINT visit_guardianship CHECK (guardianship BETWEEN 1 AND 4),
  ADD CONSTRAINT visit_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT visit_person FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
REVOKE DELETE ON visit FROM app;
ALTER TABLE visit_year ADD CONSTRAINT visit_year_of FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
-- Visits that met nobody, by their day: the morning looks at the last ones, and they are few among all.
CREATE INDEX visit_missed ON visit (county_id, on_day) INCLUDE (patient_id) WHERE result = 'missed';
-- Who was there and has not said so yet.
CREATE INDEX visit_presence_open ON visit_presence (county_id, person_id) WHERE state = 'named';

ALTER TABLE visit_presence
  ADD CONSTRAINT visit_presence_state CHECK (state IN ('named', 'confirmed', 'disputed') AND (state = 'named') = (answered_at IS NULL)),
  ADD CONSTRAINT visit_presence_visit FOREIGN KEY (county_id, visit_id) REFERENCES visit (county_id, id),
  ADD CONSTRAINT visit_presence_of FOREIGN KEY (county_id, person_id) REFERENCES person (county_id, id);
ALTER TABLE visit_photo
  ADD CONSTRAINT visit_photo_visit FOREIGN KEY (county_id, visit_id) REFERENCES visit (county_id, id),
  ADD CONSTRAINT visit_photo_attachment FOREIGN KEY (county_id, id) REFERENCES attachment (county_id, id);
REVOKE UPDATE, DELETE ON visit_photo FROM app;
ALTER TABLE visit_outcome
  ADD CONSTRAINT visit_outcome_outcome CHECK (outcome IN ('admitted', 'treated', 'refused', 'notArranged')),
  ADD CONSTRAINT visit_outcome_visit FOREIGN KEY (county_id, id) REFERENCES visit (county_id, id);
ALTER TABLE referral
  ADD CONSTRAINT referral_state CHECK (state IN ('sent', 'accepted', 'done', 'answered', 'declined', 'toCommunity', 'inCommunity', 'toldBack')),
  ADD CONSTRAINT referral_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id),
  ADD CONSTRAINT referral_visit_made FOREIGN KEY (county_id, visit_id) REFERENCES visit (county_id, id);
ALTER TABLE referral_step
  ADD CONSTRAINT referral_step_step CHECK (step IN ('accept', 'decline', 'finish', 'answer', 'refer', 'join', 'leave')),
  ADD CONSTRAINT referral_step_of FOREIGN KEY (county_id, referral_id) REFERENCES referral (county_id, id);
ALTER TABLE rights_alert
  ADD CONSTRAINT rights_alert_state CHECK (state IN ('open', 'closed') AND (state = 'closed') = (closed_at IS NOT NULL AND outcome IS NOT NULL)),
  ADD CONSTRAINT rights_alert_outcome CHECK (outcome IN ('unlocked', 'notConfined')),
  ADD CONSTRAINT rights_alert_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
-- One open alert a patient: a second visit finds the same lock.
CREATE UNIQUE INDEX rights_alert_one ON rights_alert (county_id, patient_id) WHERE state = 'open';
ALTER TABLE concern
  ADD CONSTRAINT concern_kind CHECK (kind IN ('abuse', 'abandonment', 'moneyTaken', 'other')),
  ADD CONSTRAINT concern_state CHECK (state IN ('open', 'closed') AND (state = 'closed') = (closed_at IS NOT NULL AND result_sealed IS NOT NULL)),
  ADD CONSTRAINT concern_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
ALTER TABLE lost_report
  ADD CONSTRAINT lost_report_state CHECK (state IN ('draft', 'issued', 'void') AND (state = 'issued') = (issued_at IS NOT NULL AND letter_sealed IS NOT NULL)),
  ADD CONSTRAINT lost_report_patient FOREIGN KEY (county_id, patient_id) REFERENCES patient (county_id, id);
-- One draft a patient: it is sent at once, the search is one.
CREATE UNIQUE INDEX lost_report_one_draft ON lost_report (county_id, patient_id) WHERE state = 'draft';
REVOKE DELETE ON visit_presence, referral, rights_alert, concern, lost_report FROM app;
REVOKE UPDATE, DELETE ON visit_outcome, referral_step FROM app;
-- What came of a visit stays; of whom it was can turn out to be another file of the same person.
GRANT UPDATE (patient_id) ON visit_outcome TO app;

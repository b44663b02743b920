-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "county" (
    "id" INTEGER NOT NULL,
    "area_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "county_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wechat_account" (
    "openid_digest" BYTEA NOT NULL,
    "county_id" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "bound_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wechat_account_pkey" PRIMARY KEY ("openid_digest","county_id")
);

-- CreateTable
CREATE TABLE "desk_ticket" (
    "id" UUID NOT NULL,
    "code_digest" BYTEA NOT NULL,
    "secret_digest" BYTEA NOT NULL,
    "device" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "county_id" INTEGER,
    "person_id" UUID,

    CONSTRAINT "desk_ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "parent_id" UUID,
    "path" UUID[],
    "name" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,

    CONSTRAINT "area_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "area_alias" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by" UUID,

    CONSTRAINT "area_alias_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "area_id" UUID NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "person" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "name_sealed" BYTEA NOT NULL,
    "name_digest" BYTEA NOT NULL,
    "phone_sealed" BYTEA,
    "phone_digest" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),
    "successor_id" UUID,

    CONSTRAINT "person_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "post" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "area_id" UUID NOT NULL,
    "organisation_id" UUID,
    "from_on" DATE NOT NULL,
    "until_on" DATE,

    CONSTRAINT "post_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "deputyship" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "deputy_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "deputyship_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "code_digest" BYTEA NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "tries_left" INTEGER NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "account_binding" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "openid_digest" BYTEA NOT NULL,
    "openid_sealed" BYTEA NOT NULL,
    "bound_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_binding_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "binding_clash" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "openid_digest" BYTEA NOT NULL,
    "openid_sealed" BYTEA NOT NULL,
    "candidate_ids" UUID[],
    "holder_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "bound_to" UUID,

    CONSTRAINT "binding_clash_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "session" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "token_digest" BYTEA NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "idle_seconds" INTEGER NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "step_up" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "code_digest" BYTEA NOT NULL,
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "object_id" UUID NOT NULL,
    "device" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "step_up_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "access_setting" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "invitation_days" INTEGER NOT NULL,
    "invitation_tries" INTEGER NOT NULL,
    "phone_idle_days" INTEGER NOT NULL,
    "phone_days" INTEGER NOT NULL,
    "desk_idle_minutes" INTEGER NOT NULL,
    "desk_hours" INTEGER NOT NULL,

    CONSTRAINT "access_setting_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "task" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "patient_id" UUID,
    "assignee_id" UUID,
    "seat" TEXT NOT NULL,
    "reason" TEXT,
    "cause_id" UUID,
    "due_on" DATE NOT NULL,
    "overdue_after" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "task_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "call_ward" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,

    CONSTRAINT "call_ward_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "visit_due" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "seat" TEXT NOT NULL,
    "counted_from" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "overdue_after" DATE NOT NULL,
    "due_before" DATE,
    "round" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "visit_due_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "plan_run" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "runs" INTEGER NOT NULL DEFAULT 0,
    "opened" INTEGER NOT NULL DEFAULT 0,
    "unassigned" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "plan_run_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "patient_id" UUID NOT NULL,
    "guardian_id" UUID NOT NULL,
    "area_path" UUID[],
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "last_on" DATE NOT NULL,
    "anchor_on" DATE NOT NULL,
    "cycle" TEXT NOT NULL,
    "standards" JSONB NOT NULL,
    "standard_class" TEXT NOT NULL DEFAULT 'one',
    "carry" JSONB,
    "percent" JSONB NOT NULL,
    "cap_fen" BIGINT,
    "objection_days" INTEGER NOT NULL,
    "template_version" TEXT NOT NULL,
    "application_id" UUID NOT NULL,
    "settled_through" DATE,
    "renewal_told" INTEGER,
    "earned_fen" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "agreement_serial" (
    "county_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "agreement_serial_pkey" PRIMARY KEY ("county_id","year")
);

-- CreateTable
CREATE TABLE "agreement_pause" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,

    CONSTRAINT "agreement_pause_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "agreement_step" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "reason" TEXT,
    "person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_step_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "agreement_document" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "text_sealed" BYTEA NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "content_sm3" TEXT NOT NULL,

    CONSTRAINT "agreement_document_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "agreement_signature" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "strokes_sealed" BYTEA,
    "pages" JSONB,
    "witness_id" UUID,
    "content_sha256" TEXT NOT NULL,
    "read_to_end" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_signature_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "agreement_reading" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_reading_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "reward_application" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "round" INTEGER NOT NULL DEFAULT 0,
    "patient_id" UUID NOT NULL,
    "guardian_id" UUID NOT NULL,
    "written_by" UUID,
    "area_path" UUID[],
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "due_on" DATE,
    "statement_sealed" BYTEA NOT NULL,
    "refused_at" TEXT,
    "object_until" DATE,
    "officer_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reward_application_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "reward_application_step" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "stage" TEXT,
    "department" TEXT,
    "stand" TEXT,
    "person_id" UUID NOT NULL,
    "words_sealed" BYTEA,
    "voice_sealed" BYTEA,
    "findings_sealed" BYTEA,
    "round" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reward_application_step_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "appraisal" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "guardian_id" UUID NOT NULL,
    "area_path" UUID[],
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "full_fen" BIGINT NOT NULL,
    "evidence" JSONB,
    "proposal" JSONB,
    "outcome" TEXT,
    "decided_fen" BIGINT,
    "decided_at" TIMESTAMPTZ(3),
    "effective_on" DATE,
    "final_at" TIMESTAMPTZ(3),
    "round" INTEGER NOT NULL DEFAULT 1,
    "floor_fen" BIGINT,

    CONSTRAINT "appraisal_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "appraisal_opinion" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "outcome" TEXT NOT NULL,
    "pay_percent" INTEGER NOT NULL,
    "breaches_sealed" BYTEA NOT NULL,
    "guardian_heard_on" DATE,
    "note_sealed" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "appraisal_opinion_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "appraisal_objection" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "guardian_id" UUID NOT NULL,
    "area_path" UUID[],
    "level" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "words_sealed" BYTEA,
    "voice_id" UUID,
    "made_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "officer_id" UUID,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "reasons_sealed" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "appraisal_objection_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "guardian_training" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "guardian_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "topic_sealed" BYTEA NOT NULL,
    "recorded_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guardian_training_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "year_stop" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "reason_sealed" BYTEA NOT NULL,
    "guardian_said_sealed" BYTEA NOT NULL,
    "guardian_heard_on" DATE NOT NULL,
    "proposed_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "year_stop_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "standing" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "risk" SMALLINT,
    "risk_on" DATE,
    "stability" TEXT,
    "stability_on" DATE,
    "settled" BOOLEAN NOT NULL DEFAULT false,
    "band" TEXT,
    "band_on" DATE,
    "calmer_band" TEXT,
    "last_visit_on" DATE,
    "last_incident_on" DATE,
    "deceased_on" DATE,
    "policy_seq" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "standing_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "rating" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "cause_id" UUID NOT NULL,
    "risk" SMALLINT,
    "stability" TEXT,
    "band" TEXT,
    "policy_seq" INTEGER NOT NULL,
    "rated_by" UUID,
    "rated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "assessment_due" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "cycle" TEXT NOT NULL,
    "counted_from" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "overdue_after" DATE NOT NULL,
    "last_done_on" DATE,
    "wanted_by" DATE,
    "round" INTEGER NOT NULL DEFAULT 1,
    "policy_seq" INTEGER NOT NULL,

    CONSTRAINT "assessment_due_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "risk_review" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "risk" SMALLINT NOT NULL,
    "stability" TEXT NOT NULL,
    "band" TEXT,
    "policy_seq" INTEGER NOT NULL,
    "note_sealed" BYTEA,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "risk_review_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "health_exam" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "found_sealed" BYTEA NOT NULL,
    "policy_seq" INTEGER NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "health_exam_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "band_proposal" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "from_band" TEXT NOT NULL,
    "to_band" TEXT NOT NULL,
    "policy_seq" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason_sealed" BYTEA NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decision_sealed" BYTEA,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "band_proposal_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "deed" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "person_id" UUID,
    "session_id" UUID,
    "act" TEXT NOT NULL,
    "object_kind" TEXT NOT NULL,
    "object_id" UUID NOT NULL,
    "patient_id" UUID,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "seal_seq" BIGINT,
    "chain_hash" BYTEA,

    CONSTRAINT "deed_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "chain_head" (
    "county_id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chain_head_pkey" PRIMARY KEY ("county_id")
);

-- CreateTable
CREATE TABLE "read_log" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "person_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "patient_ids" UUID[],

    CONSTRAINT "read_log_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "change_history" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "person_id" UUID,
    "object_kind" TEXT NOT NULL,
    "object_id" UUID NOT NULL,
    "change_sealed" BYTEA NOT NULL,

    CONSTRAINT "change_history_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "case_team" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "reasons" TEXT[],
    "stability" TEXT,
    "risk" SMALLINT,
    "last_incident_on" DATE,
    "proposed_on" DATE NOT NULL,
    "opened_on" DATE,
    "leader_id" UUID,
    "plan_sealed" BYTEA,
    "review_on" DATE,
    "round" INTEGER NOT NULL DEFAULT 0,
    "closing_reason_sealed" BYTEA,
    "asked_by" UUID,
    "asked_at" TIMESTAMPTZ(3),
    "agreed_by" UUID,
    "closed_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "case_team_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "case_team_member" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "case_team_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "case_team_member_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "case_review" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "case_team_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "by_id" UUID NOT NULL,
    "finding_sealed" BYTEA NOT NULL,

    CONSTRAINT "case_review_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "duty_shift" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "instead_of_id" UUID,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "duty_shift_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "drill" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "what_sealed" BYTEA NOT NULL,
    "findings_sealed" BYTEA NOT NULL,
    "person_ids" UUID[],
    "logged_by" UUID NOT NULL,
    "logged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "drill_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "care_group" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,

    CONSTRAINT "care_group_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "group_member" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "duty_sealed" BYTEA,
    "since" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "group_member_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "roster_exception" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "township_id" UUID NOT NULL,
    "reason_sealed" BYTEA NOT NULL,
    "kept_by" UUID NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "roster_exception_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "handover" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "to_id" UUID,
    "from_on" DATE NOT NULL,
    "until_on" DATE,
    "state" TEXT NOT NULL,
    "note_sealed" BYTEA,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "handover_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "team_seat" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "team_seat_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "duty_evidence" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "duty" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "note_sealed" BYTEA NOT NULL,
    "activity_id" UUID,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "duty_evidence_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "supervision_letter" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "duty" TEXT,
    "words_sealed" BYTEA NOT NULL,
    "sent_by" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "receiver_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answer_sealed" BYTEA,
    "answered_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "supervision_letter_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "exchange_round" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "deadline" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "exchange_round_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "exchange_list" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "department" TEXT NOT NULL,
    "file_name" TEXT,
    "left_out" JSONB NOT NULL,
    "sha256" BYTEA NOT NULL,
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "late" BOOLEAN NOT NULL,
    "rows" INTEGER NOT NULL,

    CONSTRAINT "exchange_list_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "exchange_row" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "department" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "patient_id" UUID,
    "candidates" UUID[],
    "content_sealed" BYTEA NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "exchange_row_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "exchange_difference" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "department" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "values_sealed" BYTEA NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "exchange_difference_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "exchange_package" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "content_sealed" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "sm3" TEXT NOT NULL,
    "patients" INTEGER NOT NULL,
    "not_agreed" INTEGER NOT NULL,
    "signed_by" UUID NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "exchange_package_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "system_entry" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "system" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "system_entry_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "handling" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "record_due_at" TIMESTAMPTZ(3) NOT NULL,
    "record_done_at" TIMESTAMPTZ(3),
    "doctor_by" UUID,
    "doctor_at" TIMESTAMPTZ(3),
    "police_by" UUID,
    "police_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "handling_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "handling_entry" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "handling_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,
    "corrects_id" UUID,
    "what_sealed" BYTEA NOT NULL,

    CONSTRAINT "handling_entry_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "incident_conduct" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "conduct" TEXT NOT NULL,
    "times" SMALLINT NOT NULL,
    "decided_as" TEXT NOT NULL,
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "risk" SMALLINT,
    "reason_sealed" BYTEA NOT NULL,

    CONSTRAINT "incident_conduct_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "admission" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "incident_id" UUID,
    "ground" TEXT NOT NULL,
    "signed_by" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'inHospital',
    "admitted_on" DATE NOT NULL,
    "rediagnosis_until" DATE,
    "since" DATE NOT NULL,
    "discharged_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "admission_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "admission_event" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "admission_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,
    "facts_sealed" BYTEA NOT NULL,

    CONSTRAINT "admission_event_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "missing_person" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "incident_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'searching',
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "facts_sealed" BYTEA NOT NULL,
    "photo_id" UUID,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "reported_by" UUID NOT NULL,
    "police_at" TIMESTAMPTZ(3),
    "committee_at" TIMESTAMPTZ(3),
    "found_at" TIMESTAMPTZ(3),
    "condition" TEXT,
    "found_sealed" BYTEA,
    "found_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "missing_person_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "look_back" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "incident_id" UUID,
    "cause" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" UUID,
    "facts_sealed" BYTEA NOT NULL,

    CONSTRAINT "look_back_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "incident" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID,
    "kind" TEXT NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "reported_by" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "round" INTEGER NOT NULL DEFAULT 1,
    "escalate_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "worsened_by" UUID,
    "area_id" UUID,
    "source" TEXT,
    "description_sealed" BYTEA,
    "outcome" TEXT,
    "outcome_at" TIMESTAMPTZ(3),
    "outcome_by" UUID,
    "erased_at" TIMESTAMPTZ(3),
    "same_as" UUID,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "incident_report" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "tapped_at" TIMESTAMPTZ(3),
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "reported_by" UUID NOT NULL,
    "on_behalf_of" UUID,
    "note_sealed" BYTEA,
    "place_sealed" BYTEA,

    CONSTRAINT "incident_report_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "incident_receipt" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "post" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "person_id" UUID,
    "told_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_receipt_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "incident_file" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,

    CONSTRAINT "incident_file_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "area_residents" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "residents" INTEGER NOT NULL,
    "since" DATE NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "area_residents_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "indicator_count" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "formulas" SMALLINT NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "indicator_count_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "indicator_month" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "village_id" UUID NOT NULL,
    "residents" INTEGER,
    "registered" INTEGER NOT NULL,
    "managed" INTEGER NOT NULL,
    "within_norm" INTEGER NOT NULL,
    "taking" INTEGER NOT NULL,
    "taking_regularly" INTEGER NOT NULL,
    "stable" INTEGER NOT NULL,
    "met" INTEGER NOT NULL,
    "examined" INTEGER NOT NULL,
    "mild_disturbance" INTEGER NOT NULL,
    "trouble_making" INTEGER NOT NULL,
    "serious_harm" INTEGER NOT NULL,
    "other_harm" INTEGER NOT NULL,
    "self_harm" INTEGER NOT NULL,
    "suicide_attempt" INTEGER NOT NULL,

    CONSTRAINT "indicator_month_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "early_warning" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "grade" SMALLINT NOT NULL,
    "since" DATE NOT NULL,
    "days" INTEGER,
    "times" INTEGER,
    "risk" SMALLINT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_by" UUID,
    "acknowledged_at" TIMESTAMPTZ(3),
    "closed_by" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "note_sealed" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "early_warning_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "published_indicator" (
    "month" DATE NOT NULL,
    "county_id" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "numerator" INTEGER,
    "denominator" INTEGER,
    "hidden" BOOLEAN NOT NULL,
    "formulas" SMALLINT NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_indicator_pkey" PRIMARY KEY ("month","county_id","question")
);

-- CreateTable
CREATE TABLE "import_run" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'previewed',
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "content_sealed" BYTEA NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "legal_matter" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID,
    "area_id" UUID,
    "kind" TEXT NOT NULL,
    "subject" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "outcome" TEXT,
    "owner_id" UUID NOT NULL,
    "found_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "legal_matter_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "legal_step" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "matter_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "words_sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "legal_step_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "regimen" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,
    "ordered_since" DATE,
    "source" TEXT NOT NULL,
    "visit_id" UUID,
    "order_sealed" BYTEA,
    "set_by" UUID,
    "set_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "injection_due_on" DATE,
    "runs_out_on" DATE,

    CONSTRAINT "regimen_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "confirmation" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "answer" TEXT NOT NULL,
    "why" TEXT,
    "backfilled" BOOLEAN NOT NULL DEFAULT false,
    "person_id" UUID NOT NULL,
    "on_behalf_of" UUID,
    "tapped_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "confirmation_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "found_adherence" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "adherence" INTEGER NOT NULL,

    CONSTRAINT "found_adherence_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "injection" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "given_on" DATE NOT NULL,
    "details_sealed" BYTEA NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "injection_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "dispensing" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "given_on" DATE NOT NULL,
    "free" BOOLEAN NOT NULL,
    "by_family" BOOLEAN NOT NULL DEFAULT false,
    "details_sealed" BYTEA NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "arrival" TEXT,
    "arrived_on" DATE,
    "arrival_by" UUID,

    CONSTRAINT "dispensing_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "known_drug" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "name_digest" BYTEA NOT NULL,
    "name_sealed" BYTEA NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 1,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "known_drug_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "on_day" DATE NOT NULL,
    "place_sealed" BYTEA NOT NULL,
    "agenda_sealed" BYTEA NOT NULL,
    "text_id" UUID,
    "sent_at" TIMESTAMPTZ(3),
    "cancel_sealed" BYTEA,
    "convened_by" UUID NOT NULL,
    "convened_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "meeting_unit" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "attended" BOOLEAN,
    "who_sealed" BYTEA,

    CONSTRAINT "meeting_unit_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "meeting_text" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "content_sealed" BYTEA NOT NULL,
    "written_by" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_text_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "countersignature" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "text_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "stand" TEXT NOT NULL,
    "words_sealed" BYTEA,
    "signer_sealed" BYTEA,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "countersignature_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "meeting_issue" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "serial" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "text_id" UUID NOT NULL,
    "text_sealed" BYTEA NOT NULL,
    "content_sha256" TEXT NOT NULL,
    "content_sm3" TEXT NOT NULL,
    "issued_by" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_issue_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "meeting_serial" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "meeting_serial_pkey" PRIMARY KEY ("county_id","id","year")
);

-- CreateTable
CREATE TABLE "meeting_decision" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "what_sealed" BYTEA NOT NULL,
    "owner_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "outcome_sealed" BYTEA,
    "done_by" UUID,
    "done_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_decision_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "outreach_activity" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "what_sealed" BYTEA NOT NULL,
    "findings_sealed" BYTEA NOT NULL,
    "attendees" INTEGER NOT NULL,
    "organiser" TEXT,
    "logged_by" UUID NOT NULL,
    "logged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outreach_activity_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "outreach_photo" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "activity_id" UUID,
    "drill_id" UUID,

    CONSTRAINT "outreach_photo_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "recovery" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "entitlement_id" UUID NOT NULL,
    "guardian_id" UUID NOT NULL,
    "area_path" UUID[],
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "amount_fen" BIGINT NOT NULL,
    "repaid_fen" BIGINT NOT NULL DEFAULT 0,
    "reason_sealed" BYTEA NOT NULL,
    "guardian_said_sealed" BYTEA NOT NULL,
    "guardian_heard_on" DATE NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "moved_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "recovery_repayment" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "recovery_id" UUID NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "document_number" TEXT NOT NULL,
    "paid_on" DATE NOT NULL,
    "recorded_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recovery_repayment_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "bill_directory" (
    "out_bill_no" TEXT NOT NULL,
    "county_id" INTEGER NOT NULL,

    CONSTRAINT "bill_directory_pkey" PRIMARY KEY ("out_bill_no")
);

-- CreateTable
CREATE TABLE "merchant_account" (
    "id" UUID NOT NULL,
    "paying_office" TEXT NOT NULL,
    "area_codes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "mchid" TEXT NOT NULL,
    "appid" TEXT NOT NULL,
    "notify_base" TEXT NOT NULL,
    "account_sealed" BYTEA NOT NULL,
    "account_digest" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "merchant_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "merchant_token" (
    "merchant_account_id" UUID NOT NULL,
    "call" TEXT NOT NULL,
    "slot_at" TIMESTAMPTZ(6) NOT NULL,
    "held_until" DOUBLE PRECISION[] DEFAULT ARRAY[]::DOUBLE PRECISION[],
    "version" INTEGER NOT NULL DEFAULT 0,
    "paused_until" TIMESTAMPTZ(3),
    "short_since" TIMESTAMPTZ(3),

    CONSTRAINT "merchant_token_pkey" PRIMARY KEY ("merchant_account_id","call")
);

-- CreateTable
CREATE TABLE "entitlement" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "appraisal_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "guardian_id" UUID NOT NULL,
    "area_path" UUID[],
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "full_fen" BIGINT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "outcome" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "batch_id" UUID,
    "frozen_sealed" BYTEA,
    "fail_reason" TEXT,
    "pending_decision" TEXT,
    "pending_by" UUID,
    "paid_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "entitlement_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "batch" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "township_id" UUID NOT NULL,
    "area_path" UUID[],
    "office_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT 'reward',
    "merchant_account_id" UUID NOT NULL,
    "people" INTEGER NOT NULL,
    "total_fen" BIGINT NOT NULL,
    "bills_due_at" TIMESTAMPTZ(3),
    "bills_after" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "batch_step" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "person_id" UUID,
    "stands_for" UUID[],
    "reason_sealed" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "batch_step_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "bill" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "entitlement_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "out_bill_no" TEXT NOT NULL,
    "channel" TEXT NOT NULL DEFAULT 'wechat',
    "list_id" UUID,
    "merchant_account_id" UUID,
    "amount_fen" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "payload_sealed" BYTEA NOT NULL,
    "transfer_bill_no" TEXT,
    "package_sealed" BYTEA,
    "fail_reason" TEXT,
    "trouble" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_at" TIMESTAMPTZ(3),
    "final_at" TIMESTAMPTZ(3),

    CONSTRAINT "bill_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "bill_receipt" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "bill_id" UUID NOT NULL,
    "hash_type" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "file_sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bill_receipt_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "reconciliation" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "compared" INTEGER NOT NULL,
    "agreed" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reconciliation_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "reconciliation_difference" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "reconciliation_id" UUID NOT NULL,
    "entitlement_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "our_state" TEXT NOT NULL,
    "platform_state" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "reconciliation_difference_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "payee_channel" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "account_sealed" BYTEA,
    "set_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payee_channel_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "pay_list" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "total_fen" BIGINT NOT NULL,
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "result_sha256" BYTEA,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "pay_list_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "cash_receipt" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "bill_id" UUID NOT NULL,
    "paid_on" DATE NOT NULL,
    "receipt_sealed" BYTEA NOT NULL,
    "recorded_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cash_receipt_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "budget_line" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT 'reward',
    "planned_fen" BIGINT NOT NULL,

    CONSTRAINT "budget_line_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "ledger_snapshot" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "balance_fen" BIGINT NOT NULL,
    "summed_fen" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "ledger_snapshot_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "ledger_account" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "balance_fen" BIGINT NOT NULL,

    CONSTRAINT "ledger_account_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "ledger_posting" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from_account" TEXT NOT NULL,
    "to_account" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "cause" TEXT NOT NULL,
    "batch_id" UUID,
    "entitlement_id" UUID,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "ledger_posting_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "appropriation" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "received_on" DATE NOT NULL,
    "document_number" TEXT NOT NULL,
    "recorded_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "appropriation_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "expenditure" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "paid_on" DATE NOT NULL,
    "document_number" TEXT,
    "words_sealed" BYTEA,
    "cost_id" UUID,
    "recorded_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "expenditure_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "expenditure_step" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "expenditure_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "words_sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "expenditure_step_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "not_before" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "outbox_due" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "leased_until" TIMESTAMPTZ(3),
    "leased_by" INTEGER,
    "last_error" TEXT
);

-- CreateTable
CREATE TABLE "kept_answer" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "route" TEXT NOT NULL,
    "body_digest" BYTEA NOT NULL,
    "answer" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kept_answer_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "county_key" (
    "county_id" INTEGER NOT NULL,
    "key_id" INTEGER NOT NULL,
    "algorithm" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "county_key_pkey" PRIMARY KEY ("county_id","key_id")
);

-- CreateTable
CREATE TABLE "policy_version" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "effective_on" DATE NOT NULL,
    "township_id" UUID,
    "body" JSONB,
    "set_by" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "supplement_record" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "values_sealed" BYTEA NOT NULL,

    CONSTRAINT "supplement_record_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "file_merge" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "kept_id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "take" TEXT[],
    "reason_sealed" BYTEA NOT NULL,
    "note_sealed" BYTEA,
    "undo_reason_sealed" BYTEA,
    "values_sealed" BYTEA,
    "former_state" TEXT,
    "proposed_by" UUID NOT NULL,
    "proposed_for" UUID[],
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "undone_by" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "file_merge_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "file_merge_row" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "merge_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_id" UUID NOT NULL,
    "effect" TEXT NOT NULL,
    "former" TEXT,

    CONSTRAINT "file_merge_row_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "patient" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'inCare',
    "care" TEXT[] DEFAULT ARRAY['clinical', 'watch', 'medication', 'contact']::TEXT[],
    "care_since" DATE,
    "care_changed_at" TIMESTAMPTZ(3),
    "township_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "name_sealed" BYTEA NOT NULL,
    "name_digest" BYTEA NOT NULL,
    "id_type" TEXT,
    "id_number_sealed" BYTEA,
    "id_number_digest" BYTEA,
    "born" TEXT,
    "sex" TEXT,
    "phone_sealed" BYTEA,
    "diagnosis_sealed" BYTEA,
    "address_sealed" BYTEA,
    "merged_into" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "patient_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "guardianship" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "relation" TEXT,
    "kind" TEXT,
    "is_primary" BOOLEAN NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,
    "proof_sealed" BYTEA,
    "end_reason" TEXT,

    CONSTRAINT "guardianship_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "life_event" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "facts_sealed" BYTEA NOT NULL,
    "visit_id" UUID,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "life_event_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "consent" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "signer" TEXT,
    "signer_name_sealed" BYTEA,
    "text_version" TEXT,
    "basis" TEXT,
    "note_sealed" BYTEA,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "guardian_helper" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "guardian_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,
    "proof_sealed" BYTEA NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guardian_helper_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "patient_move" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "from_village_id" UUID NOT NULL,
    "to_village_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason_sealed" BYTEA NOT NULL,
    "answer_sealed" BYTEA,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "patient_move_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "rehab_programme" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "what_sealed" BYTEA NOT NULL,
    "place_sealed" BYTEA NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,
    "opened_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rehab_programme_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "rehab_participant" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "origin" TEXT NOT NULL,
    "referral_id" UUID,
    "since" DATE NOT NULL,
    "until" DATE,
    "end_reason" TEXT,
    "added_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rehab_participant_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "rehab_session" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "what_sealed" BYTEA NOT NULL,
    "logged_by" UUID NOT NULL,
    "logged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rehab_session_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "rehab_presence" (
    "county_id" INTEGER NOT NULL,
    "session_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "present" BOOLEAN NOT NULL,

    CONSTRAINT "rehab_presence_pkey" PRIMARY KEY ("county_id","session_id","participant_id")
);

-- CreateTable
CREATE TABLE "employment" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "where_sealed" BYTEA NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,
    "recorded_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "employment_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "family_volunteer" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "name_sealed" BYTEA NOT NULL,
    "phone_sealed" BYTEA,
    "does_sealed" BYTEA NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,
    "added_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "family_volunteer_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "relief_answer" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "fact" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "relief_answer_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "relief_application" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "patient_id" UUID NOT NULL,
    "benefit" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "fast" BOOLEAN NOT NULL,
    "policy_seq" INTEGER NOT NULL,
    "due_on" DATE,
    "asked" TEXT[],
    "handed_in" TEXT[],
    "decided_by" UUID,
    "object_until" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "relief_application_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "relief_step" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "relief_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "words_sealed" BYTEA,
    "voice_sealed" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "relief_step_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "relief_grant" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "benefit" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,
    "amount_fen" BIGINT,
    "rhythm" TEXT,
    "relief_id" UUID,
    "recorded_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "relief_grant_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "relief_cost" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "origin" TEXT NOT NULL,
    "paid_for" TEXT NOT NULL,
    "escort_id" UUID,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "bill_fen" BIGINT NOT NULL,
    "allowed_fen" BIGINT,
    "paid_fen" BIGINT,
    "proposed_by" UUID NOT NULL,
    "reviewed_by" UUID,
    "paid_by" UUID,
    "supervised_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "relief_cost_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "relief_cost_step" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "cost_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "words_sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "relief_cost_step_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "escort" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "plan_sealed" BYTEA NOT NULL,
    "receipt_sealed" BYTEA,
    "handed_over_at" TIMESTAMPTZ(3),
    "handed_over_by" UUID,
    "planned_by" UUID NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "escort_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "credit" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "template_id" TEXT NOT NULL,
    "messages_left" INTEGER NOT NULL DEFAULT 0,
    "phone_ahead" INTEGER NOT NULL DEFAULT 0,
    "phone_at" TIMESTAMPTZ(3),
    "platform_ahead" INTEGER NOT NULL DEFAULT 0,
    "platform_at" TIMESTAMPTZ(3),

    CONSTRAINT "credit_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "credit_entry" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "template_id" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "change" INTEGER NOT NULL,
    "message_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_entry_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "credit_event" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_event_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "message" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "patient_id" UUID,
    "purpose" TEXT NOT NULL,
    "object_id" UUID,
    "count" INTEGER NOT NULL DEFAULT 1,
    "what" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "channel" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "message_attempt" (
    "county_id" INTEGER NOT NULL,
    "message_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "template_id" TEXT,
    "state" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 1,
    "alarm" BOOLEAN NOT NULL DEFAULT false,
    "platform_id" TEXT,
    "errcode" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_attempt_channel" PRIMARY KEY ("county_id","message_id","channel")
);

-- CreateTable
CREATE TABLE "task_told" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "told_window" TEXT NOT NULL,
    "message_id" UUID NOT NULL,

    CONSTRAINT "task_told_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "task_overdue" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "task_overdue_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "task_hold" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "task_hold_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "family_call" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,

    CONSTRAINT "family_call_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "sending_quota" (
    "channel" TEXT NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "refilled_at" TIMESTAMPTZ(3) NOT NULL,
    "paused_until" TIMESTAMPTZ(3),

    CONSTRAINT "sending_quota_pkey" PRIMARY KEY ("channel")
);

-- CreateTable
CREATE TABLE "attachment" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID,
    "kind" TEXT NOT NULL,
    "what_sealed" BYTEA NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_by" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "remove_reason_sealed" BYTEA,
    "evidence_of" UUID[] DEFAULT ARRAY[]::UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "break_glass" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "patient_id" UUID,
    "reason_sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "review_by" DATE NOT NULL,
    "seen_by" UUID,
    "seen_at" TIMESTAMPTZ(3),
    "reviewed_by" UUID,
    "reviewed_at" TIMESTAMPTZ(3),
    "verdict" TEXT,
    "note_sealed" BYTEA,

    CONSTRAINT "break_glass_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "patient_account" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "patient_account_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "rights_request" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "words_sealed" BYTEA NOT NULL,
    "voice_sealed" BYTEA,
    "asked_by" UUID,
    "written_by" UUID,
    "proof" TEXT,
    "outside_sealed" BYTEA,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "officer_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rights_request_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "rights_answer" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "words_sealed" BYTEA NOT NULL,

    CONSTRAINT "rights_answer_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "data_export" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "township_id" UUID NOT NULL,
    "reason_sealed" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "note_sealed" BYTEA,
    "expires_at" TIMESTAMPTZ(3),
    "downloads" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "data_export_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "erasure" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "before" DATE NOT NULL,
    "rows" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "handed_in" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID,
    "area_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "what_sealed" BYTEA NOT NULL,
    "write_sealed" BYTEA NOT NULL,
    "confidential" BOOLEAN NOT NULL,
    "size" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason_sealed" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "handed_in_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "screening_clue" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "incident_id" UUID,
    "source" TEXT NOT NULL,
    "whereabouts" TEXT NOT NULL,
    "form" SMALLINT NOT NULL,
    "clue_group" SMALLINT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "told_sealed" BYTEA,
    "document" BYTEA,
    "reported_by" UUID NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE,
    "checked_by" UUID,
    "checked_at" TIMESTAMPTZ(3),
    "check_sealed" BYTEA,
    "same_as" UUID,
    "finding" TEXT,
    "reviewed_on" DATE,
    "review_sealed" BYTEA,
    "patient_id" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,
    "end_sealed" BYTEA,
    "erased_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "screening_clue_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "screening_informant" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "told_sealed" BYTEA NOT NULL,

    CONSTRAINT "screening_informant_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "screening_campaign" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "half_year" TEXT,
    "title" TEXT NOT NULL,
    "form" SMALLINT NOT NULL,
    "groups" SMALLINT[],
    "plan_on" DATE NOT NULL,
    "carry_out_on" DATE NOT NULL,
    "fill_gaps_on" DATE NOT NULL,
    "consolidate_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "opened_by" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "screening_campaign_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "screening_village" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "answer" TEXT,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "screening_village_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "screening_gap" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "words_sealed" BYTEA,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "found_by" UUID,
    "corrected_at" TIMESTAMPTZ(3),
    "corrected_by" UUID,
    "remark_sealed" BYTEA,

    CONSTRAINT "screening_gap_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "release_notice" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "comes_on" DATE NOT NULL,
    "told_sealed" BYTEA,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "received_by" UUID NOT NULL,
    "team_due_on" DATE NOT NULL,
    "visit_due_on" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "patient_id" UUID,
    "clue_id" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,
    "end_sealed" BYTEA,
    "erased_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "release_notice_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "transfer_out" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "to_county" INTEGER NOT NULL,
    "to_township" UUID NOT NULL,
    "to_place" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "reason_sealed" BYTEA NOT NULL,
    "answer_sealed" BYTEA,
    "proposed_by" UUID NOT NULL,
    "proposed_session" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "transfer_out_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "transfer_in" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "from_county" INTEGER NOT NULL,
    "from_patient_id" UUID NOT NULL,
    "from_place" TEXT,
    "township_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason_sealed" BYTEA,
    "package_sealed" BYTEA,
    "answer_sealed" BYTEA,
    "village_id" UUID,
    "patient_id" UUID,
    "arrived_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by" UUID,
    "answered_session" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "taken_over_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "transfer_in_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "special_period" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "bands" TEXT[],
    "reason_sealed" BYTEA NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "note_sealed" BYTEA,
    "ended_on" DATE,
    "ended_by" UUID,
    "end_reason_sealed" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "special_period_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "special_period_member" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "entered_on" DATE NOT NULL,
    "left_on" DATE,
    "left_why" TEXT,
    "band" TEXT NOT NULL,
    "risk" SMALLINT,
    "stability" TEXT,
    "last_incident_on" DATE,

    CONSTRAINT "special_period_member_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "roll_call_mark" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "result" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "roll_call_mark_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "visit_watch" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "asks_at" TIMESTAMPTZ(3) NOT NULL,
    "help_at" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3),
    "help_asked_at" TIMESTAMPTZ(3),
    "office_at" TIMESTAMPTZ(3) NOT NULL,
    "office_asked_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "round" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "visit_watch_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "visit" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "seat" TEXT NOT NULL,
    "task_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "on_day" DATE NOT NULL,
    "place_sealed" BYTEA,
    "state" TEXT NOT NULL DEFAULT 'checkedIn',
    "result" TEXT,
    "risk" SMALLINT,
    "stability" TEXT,
    "met" BOOLEAN,
    "adherence" SMALLINT,
    "guardianship" SMALLINT,
    "record_sealed" BYTEA,
    "form" TEXT NOT NULL DEFAULT 'national',
    "national" SMALLINT,
    "local" INTEGER,
    "flags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "details_sealed" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 1,
    "checked_in_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3),

    CONSTRAINT "visit_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "visit_year" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "first_complete_on" DATE,
    "first_met_on" DATE,
    "stability" TEXT,
    "adherence" SMALLINT,
    "late_on" DATE,
    "next_by" DATE,

    CONSTRAINT "visit_year_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "visit_photo" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,

    CONSTRAINT "visit_photo_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "visit_presence" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "seat" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'named',
    "reason_sealed" BYTEA,
    "counted_before" DATE,
    "due_before" DATE,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "visit_presence_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "visit_outcome" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "note_sealed" BYTEA,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visit_outcome_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "referral" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'sent',
    "reason_sealed" BYTEA,
    "to_sealed" BYTEA,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "referral_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "referral_step" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,
    "note_sealed" BYTEA,

    CONSTRAINT "referral_step_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "rights_alert" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "note_sealed" BYTEA,
    "closed_by" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rights_alert_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "concern" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "words_sealed" BYTEA NOT NULL,
    "reported_by" UUID NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "result_sealed" BYTEA,
    "closed_by" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "concern_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "lost_report" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "turn_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "drafted_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "letter_sealed" BYTEA,
    "issued_by" UUID,
    "issued_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "lost_report_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateIndex
CREATE INDEX "wechat_account_person" ON "wechat_account"("county_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "desk_ticket_code" ON "desk_ticket"("code_digest");

-- CreateIndex
CREATE INDEX "desk_ticket_age" ON "desk_ticket"("expires_at");

-- CreateIndex
CREATE INDEX "area_parent" ON "area"("county_id", "parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "area_alias_name" ON "area_alias"("county_id", "name", "area_id");

-- CreateIndex
CREATE INDEX "person_phone" ON "person"("county_id", "phone_digest");

-- CreateIndex
CREATE INDEX "person_name" ON "person"("county_id", "name_digest");

-- CreateIndex
CREATE INDEX "post_person" ON "post"("county_id", "person_id");

-- CreateIndex
CREATE INDEX "post_area_role" ON "post"("county_id", "area_id", "role");

-- CreateIndex
CREATE INDEX "deputyship_deputy" ON "deputyship"("county_id", "deputy_id");

-- CreateIndex
CREATE INDEX "deputyship_person" ON "deputyship"("county_id", "person_id");

-- CreateIndex
CREATE INDEX "invitation_person" ON "invitation"("county_id", "person_id");

-- CreateIndex
CREATE INDEX "session_person" ON "session"("county_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token" ON "session"("county_id", "token_digest");

-- CreateIndex
CREATE UNIQUE INDEX "step_up_code" ON "step_up"("county_id", "code_digest");

-- CreateIndex
CREATE UNIQUE INDEX "access_setting_from" ON "access_setting"("county_id", "from_on");

-- CreateIndex
CREATE UNIQUE INDEX "task_key" ON "task"("county_id", "key");

-- CreateIndex
CREATE INDEX "call_ward_patient" ON "call_ward"("county_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "call_ward_task" ON "call_ward"("county_id", "task_id", "patient_id");

-- CreateIndex
CREATE INDEX "visit_due_on" ON "visit_due"("county_id", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "visit_due_seat" ON "visit_due"("county_id", "patient_id", "seat");

-- CreateIndex
CREATE UNIQUE INDEX "plan_run_day" ON "plan_run"("county_id", "day", "rule_version");

-- CreateIndex
CREATE INDEX "agreement_patient" ON "agreement"("county_id", "patient_id");

-- CreateIndex
CREATE INDEX "agreement_guardian" ON "agreement"("county_id", "guardian_id");

-- CreateIndex
CREATE INDEX "agreement_application" ON "agreement"("county_id", "application_id");

-- CreateIndex
CREATE INDEX "agreement_state" ON "agreement"("county_id", "state", "last_on");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_number" ON "agreement"("county_id", "number");

-- CreateIndex
CREATE INDEX "agreement_pause_of" ON "agreement_pause"("county_id", "agreement_id");

-- CreateIndex
CREATE INDEX "agreement_step_of" ON "agreement_step"("county_id", "agreement_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_signature_side" ON "agreement_signature"("county_id", "agreement_id", "side");

-- CreateIndex
CREATE INDEX "agreement_reading_of" ON "agreement_reading"("county_id", "agreement_id");

-- CreateIndex
CREATE INDEX "reward_application_patient" ON "reward_application"("county_id", "patient_id");

-- CreateIndex
CREATE INDEX "reward_application_guardian" ON "reward_application"("county_id", "guardian_id", "id" DESC);

-- CreateIndex
CREATE INDEX "reward_application_state" ON "reward_application"("county_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "reward_application_step_of" ON "reward_application_step"("county_id", "application_id", "at");

-- CreateIndex
CREATE INDEX "appraisal_state" ON "appraisal"("county_id", "state", "to_on");

-- CreateIndex
CREATE INDEX "appraisal_patient" ON "appraisal"("county_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "appraisal_period" ON "appraisal"("county_id", "agreement_id", "from_on");

-- CreateIndex
CREATE INDEX "appraisal_opinion_of" ON "appraisal_opinion"("county_id", "appraisal_id");

-- CreateIndex
CREATE INDEX "appraisal_objection_due" ON "appraisal_objection"("county_id", "due_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "appraisal_objection_level" ON "appraisal_objection"("county_id", "appraisal_id", "level");

-- CreateIndex
CREATE INDEX "guardian_training_of" ON "guardian_training"("county_id", "patient_id", "on_day");

-- CreateIndex
CREATE INDEX "year_stop_of" ON "year_stop"("county_id", "appraisal_id");

-- CreateIndex
CREATE UNIQUE INDEX "rating_cause" ON "rating"("county_id", "patient_id", "source", "cause_id");

-- CreateIndex
CREATE INDEX "assessment_due_on" ON "assessment_due"("county_id", "due_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_due_cycle" ON "assessment_due"("county_id", "patient_id", "cycle");

-- CreateIndex
CREATE INDEX "risk_review_patient" ON "risk_review"("county_id", "patient_id", "recorded_at");

-- CreateIndex
CREATE INDEX "health_exam_patient" ON "health_exam"("county_id", "patient_id", "recorded_at");

-- CreateIndex
CREATE INDEX "band_proposal_patient" ON "band_proposal"("county_id", "patient_id");

-- CreateIndex
CREATE INDEX "deed_object" ON "deed"("county_id", "object_id");

-- CreateIndex
CREATE INDEX "deed_patient" ON "deed"("county_id", "patient_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "deed_seal_seq" ON "deed"("county_id", "seal_seq");

-- CreateIndex
CREATE INDEX "read_log_at" ON "read_log"("county_id", "at");

-- CreateIndex
CREATE INDEX "change_history_object" ON "change_history"("county_id", "object_kind", "object_id", "at");

-- CreateIndex
CREATE INDEX "case_team_patient" ON "case_team"("county_id", "patient_id");

-- CreateIndex
CREATE INDEX "case_team_member_team" ON "case_team_member"("county_id", "case_team_id");

-- CreateIndex
CREATE INDEX "case_team_member_person" ON "case_team_member"("county_id", "person_id");

-- CreateIndex
CREATE INDEX "case_review_team" ON "case_review"("county_id", "case_team_id");

-- CreateIndex
CREATE INDEX "group_member_area" ON "group_member"("county_id", "area_id");

-- CreateIndex
CREATE INDEX "group_member_person" ON "group_member"("county_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "roster_exception_key" ON "roster_exception"("county_id", "key");

-- CreateIndex
CREATE INDEX "handover_person" ON "handover"("county_id", "person_id");

-- CreateIndex
CREATE INDEX "team_seat_patient" ON "team_seat"("county_id", "patient_id");

-- CreateIndex
CREATE INDEX "team_seat_person" ON "team_seat"("county_id", "person_id");

-- CreateIndex
CREATE INDEX "duty_evidence_township" ON "duty_evidence"("county_id", "township_id", "on_day");

-- CreateIndex
CREATE INDEX "supervision_letter_township" ON "supervision_letter"("county_id", "township_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "supervision_letter_receiver" ON "supervision_letter"("county_id", "receiver_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "exchange_round_once" ON "exchange_round"("county_id", "township_id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "exchange_list_once" ON "exchange_list"("county_id", "round_id", "department");

-- CreateIndex
CREATE INDEX "exchange_row_of" ON "exchange_row"("county_id", "round_id", "department", "id");

-- CreateIndex
CREATE INDEX "exchange_difference_of" ON "exchange_difference"("county_id", "round_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "exchange_difference_once" ON "exchange_difference"("county_id", "round_id", "patient_id", "department", "field");

-- CreateIndex
CREATE UNIQUE INDEX "exchange_package_once" ON "exchange_package"("county_id", "township_id", "month");

-- CreateIndex
CREATE INDEX "system_entry_newest" ON "system_entry"("county_id", "patient_id", "system", "recorded_at" DESC, "id");

-- CreateIndex
CREATE INDEX "handling_patient" ON "handling"("county_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "handling_incident" ON "handling"("county_id", "incident_id");

-- CreateIndex
CREATE INDEX "handling_entry_handling" ON "handling_entry"("county_id", "handling_id");

-- CreateIndex
CREATE INDEX "incident_conduct_incident" ON "incident_conduct"("county_id", "incident_id", "decided_at");

-- CreateIndex
CREATE INDEX "incident_conduct_patient" ON "incident_conduct"("county_id", "patient_id", "on_day");

-- CreateIndex
CREATE INDEX "admission_newest" ON "admission"("county_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "admission_patient" ON "admission"("county_id", "patient_id");

-- CreateIndex
CREATE INDEX "admission_event_admission" ON "admission_event"("county_id", "admission_id");

-- CreateIndex
CREATE INDEX "missing_person_newest" ON "missing_person"("county_id", "reported_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "look_back_patient" ON "look_back"("county_id", "patient_id", "id");

-- CreateIndex
CREATE INDEX "incident_patient" ON "incident"("county_id", "patient_id", "happened_at");

-- CreateIndex
CREATE INDEX "incident_newest" ON "incident"("county_id", "reported_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "incident_report_incident" ON "incident_report"("county_id", "incident_id");

-- CreateIndex
CREATE INDEX "incident_receipt_incident" ON "incident_receipt"("county_id", "incident_id");

-- CreateIndex
CREATE INDEX "incident_receipt_person" ON "incident_receipt"("county_id", "person_id");

-- CreateIndex
CREATE INDEX "incident_file_incident" ON "incident_file"("county_id", "incident_id");

-- CreateIndex
CREATE INDEX "area_residents_area" ON "area_residents"("county_id", "area_id", "since");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_count_month" ON "indicator_count"("county_id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_month_village" ON "indicator_month"("county_id", "month", "village_id");

-- CreateIndex
CREATE INDEX "early_warning_newest" ON "early_warning"("county_id", "raised_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "early_warning_cause" ON "early_warning"("county_id", "patient_id", "kind", "since");

-- CreateIndex
CREATE INDEX "published_indicator_county" ON "published_indicator"("county_id", "month");

-- CreateIndex
CREATE INDEX "import_run_newest" ON "import_run"("county_id", "township_id", "id" DESC);

-- CreateIndex
CREATE INDEX "legal_matter_patient" ON "legal_matter"("county_id", "patient_id", "id" DESC);

-- CreateIndex
CREATE INDEX "legal_matter_owner" ON "legal_matter"("county_id", "owner_id", "state");

-- CreateIndex
CREATE INDEX "legal_step_matter" ON "legal_step"("county_id", "matter_id", "id");

-- CreateIndex
CREATE INDEX "regimen_patient" ON "regimen"("county_id", "patient_id", "since");

-- CreateIndex
CREATE UNIQUE INDEX "confirmation_day" ON "confirmation"("county_id", "patient_id", "on_day");

-- CreateIndex
CREATE INDEX "injection_patient" ON "injection"("county_id", "patient_id", "id");

-- CreateIndex
CREATE INDEX "dispensing_patient" ON "dispensing"("county_id", "patient_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "known_drug_name" ON "known_drug"("county_id", "name_digest");

-- CreateIndex
CREATE INDEX "meeting_township" ON "meeting"("county_id", "township_id", "on_day");

-- CreateIndex
CREATE INDEX "meeting_unit_of" ON "meeting_unit"("county_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_unit_once" ON "meeting_unit"("county_id", "meeting_id", "organisation_id");

-- CreateIndex
CREATE INDEX "meeting_text_of" ON "meeting_text"("county_id", "meeting_id");

-- CreateIndex
CREATE INDEX "countersignature_of" ON "countersignature"("county_id", "meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "countersignature_once" ON "countersignature"("county_id", "text_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_issue_number" ON "meeting_issue"("county_id", "township_id", "year", "serial");

-- CreateIndex
CREATE INDEX "meeting_decision_of" ON "meeting_decision"("county_id", "meeting_id");

-- CreateIndex
CREATE INDEX "meeting_decision_owner" ON "meeting_decision"("county_id", "owner_id", "state");

-- CreateIndex
CREATE INDEX "meeting_decision_township" ON "meeting_decision"("county_id", "township_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "outreach_activity_area" ON "outreach_activity"("county_id", "area_id", "on_day");

-- CreateIndex
CREATE INDEX "outreach_photo_activity" ON "outreach_photo"("county_id", "activity_id");

-- CreateIndex
CREATE INDEX "outreach_photo_drill" ON "outreach_photo"("county_id", "drill_id");

-- CreateIndex
CREATE INDEX "recovery_of" ON "recovery"("county_id", "entitlement_id");

-- CreateIndex
CREATE INDEX "recovery_guardian" ON "recovery"("county_id", "guardian_id");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_repayment_once" ON "recovery_repayment"("county_id", "recovery_id", "document_number");

-- CreateIndex
CREATE INDEX "entitlement_state" ON "entitlement"("county_id", "state", "id");

-- CreateIndex
CREATE INDEX "entitlement_guardian" ON "entitlement"("county_id", "guardian_id", "id");

-- CreateIndex
CREATE INDEX "entitlement_batch" ON "entitlement"("county_id", "batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "entitlement_key" ON "entitlement"("county_id", "agreement_id", "from_on", "kind", "seq");

-- CreateIndex
CREATE INDEX "batch_state" ON "batch"("county_id", "state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "batch_step_once" ON "batch_step"("county_id", "batch_id", "step");

-- CreateIndex
CREATE INDEX "bill_created" ON "bill"("county_id", "created_at");

-- CreateIndex
CREATE INDEX "bill_list" ON "bill"("county_id", "list_id");

-- CreateIndex
CREATE UNIQUE INDEX "bill_number" ON "bill"("county_id", "out_bill_no");

-- CreateIndex
CREATE UNIQUE INDEX "bill_attempt" ON "bill"("county_id", "entitlement_id", "attempt");

-- CreateIndex
CREATE UNIQUE INDEX "bill_receipt_bill" ON "bill_receipt"("county_id", "bill_id");

-- CreateIndex
CREATE UNIQUE INDEX "reconciliation_day" ON "reconciliation"("county_id", "on_day");

-- CreateIndex
CREATE INDEX "difference_entitlement" ON "reconciliation_difference"("county_id", "entitlement_id");

-- CreateIndex
CREATE INDEX "payee_channel_person" ON "payee_channel"("county_id", "person_id", "id");

-- CreateIndex
CREATE INDEX "pay_list_batch" ON "pay_list"("county_id", "batch_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "cash_receipt_bill" ON "cash_receipt"("county_id", "bill_id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_line_of" ON "budget_line"("county_id", "office_id", "year", "code");

-- CreateIndex
CREATE UNIQUE INDEX "budget_line_purpose" ON "budget_line"("county_id", "id", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_snapshot_day" ON "ledger_snapshot"("county_id", "line_id", "account", "on_day");

-- CreateIndex
CREATE INDEX "ledger_account_office" ON "ledger_account"("county_id", "office_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_account_of" ON "ledger_account"("county_id", "line_id", "account");

-- CreateIndex
CREATE INDEX "ledger_posting_office" ON "ledger_posting"("county_id", "office_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_posting_cause" ON "ledger_posting"("county_id", "cause");

-- CreateIndex
CREATE UNIQUE INDEX "appropriation_document" ON "appropriation"("county_id", "office_id", "document_number");

-- CreateIndex
CREATE INDEX "expenditure_office" ON "expenditure"("county_id", "office_id", "id" DESC);

-- CreateIndex
CREATE INDEX "expenditure_line" ON "expenditure"("county_id", "line_id", "document_number");

-- CreateIndex
CREATE UNIQUE INDEX "expenditure_step_one" ON "expenditure_step"("county_id", "expenditure_id");

-- CreateIndex
CREATE INDEX "outbox_due_order" ON "outbox_due"("county_id", "not_before");

-- CreateIndex
CREATE INDEX "kept_answer_age" ON "kept_answer"("county_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "policy_version_seq" ON "policy_version"("county_id", "kind", "seq");

-- CreateIndex
CREATE INDEX "file_merge_kept" ON "file_merge"("county_id", "kept_id");

-- CreateIndex
CREATE INDEX "file_merge_merged" ON "file_merge"("county_id", "merged_id");

-- CreateIndex
CREATE UNIQUE INDEX "file_merge_row_once" ON "file_merge_row"("county_id", "merge_id", "table_name", "row_id", "effect");

-- CreateIndex
CREATE INDEX "patient_village" ON "patient"("county_id", "village_id");

-- CreateIndex
CREATE INDEX "patient_name" ON "patient"("county_id", "name_digest");

-- CreateIndex
CREATE INDEX "guardianship_patient" ON "guardianship"("county_id", "patient_id");

-- CreateIndex
CREATE INDEX "guardianship_person" ON "guardianship"("county_id", "person_id");

-- CreateIndex
CREATE INDEX "life_event_patient" ON "life_event"("county_id", "patient_id", "id");

-- CreateIndex
CREATE INDEX "consent_patient" ON "consent"("county_id", "patient_id", "recorded_at", "id");

-- CreateIndex
CREATE INDEX "guardian_helper_patient" ON "guardian_helper"("county_id", "patient_id");

-- CreateIndex
CREATE INDEX "guardian_helper_person" ON "guardian_helper"("county_id", "person_id");

-- CreateIndex
CREATE INDEX "patient_move_patient" ON "patient_move"("county_id", "patient_id");

-- CreateIndex
CREATE INDEX "rehab_programme_area" ON "rehab_programme"("county_id", "area_id");

-- CreateIndex
CREATE INDEX "rehab_participant_patient" ON "rehab_participant"("county_id", "patient_id");

-- CreateIndex
CREATE INDEX "rehab_participant_programme" ON "rehab_participant"("county_id", "programme_id");

-- CreateIndex
CREATE INDEX "rehab_session_programme" ON "rehab_session"("county_id", "programme_id", "on_day");

-- CreateIndex
CREATE INDEX "rehab_presence_participant" ON "rehab_presence"("county_id", "participant_id");

-- CreateIndex
CREATE INDEX "employment_patient" ON "employment"("county_id", "patient_id", "id" DESC);

-- CreateIndex
CREATE INDEX "family_volunteer_area" ON "family_volunteer"("county_id", "area_id");

-- CreateIndex
CREATE INDEX "relief_answer_of" ON "relief_answer"("county_id", "patient_id", "fact", "id" DESC);

-- CreateIndex
CREATE INDEX "relief_application_patient" ON "relief_application"("county_id", "patient_id", "id" DESC);

-- CreateIndex
CREATE INDEX "relief_application_state" ON "relief_application"("county_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "relief_step_of" ON "relief_step"("county_id", "relief_id", "at");

-- CreateIndex
CREATE INDEX "relief_grant_patient" ON "relief_grant"("county_id", "patient_id", "benefit", "from_on" DESC);

-- CreateIndex
CREATE INDEX "relief_cost_patient" ON "relief_cost"("county_id", "patient_id");

-- CreateIndex
CREATE INDEX "relief_cost_escort" ON "relief_cost"("county_id", "escort_id");

-- CreateIndex
CREATE INDEX "relief_cost_step_of" ON "relief_cost_step"("county_id", "cost_id", "at");

-- CreateIndex
CREATE INDEX "escort_patient" ON "escort"("county_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "credit_person_template" ON "credit"("county_id", "person_id", "template_id");

-- CreateIndex
CREATE INDEX "credit_entry_of" ON "credit_entry"("county_id", "person_id", "template_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "credit_event_key" ON "credit_event"("county_id", "key");

-- CreateIndex
CREATE INDEX "message_person" ON "message"("county_id", "person_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "message_key" ON "message"("county_id", "key");

-- CreateIndex
CREATE INDEX "task_told_message" ON "task_told"("county_id", "message_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_told_once" ON "task_told"("county_id", "person_id", "task_id", "told_window");

-- CreateIndex
CREATE INDEX "task_overdue_person" ON "task_overdue"("county_id", "person_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "task_overdue_once" ON "task_overdue"("county_id", "task_id", "level", "person_id");

-- CreateIndex
CREATE INDEX "task_hold_task" ON "task_hold"("county_id", "task_id");

-- CreateIndex
CREATE UNIQUE INDEX "family_call_person" ON "family_call"("county_id", "person_id");

-- CreateIndex
CREATE INDEX "attachment_patient" ON "attachment"("county_id", "patient_id", "id" DESC);

-- CreateIndex
CREATE INDEX "break_glass_open" ON "break_glass"("county_id", "person_id", "patient_id", "until");

-- CreateIndex
CREATE INDEX "break_glass_newest" ON "break_glass"("county_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "break_glass_patient" ON "break_glass"("county_id", "patient_id", "at");

-- CreateIndex
CREATE INDEX "patient_account_patient" ON "patient_account"("county_id", "patient_id");

-- CreateIndex
CREATE INDEX "patient_account_person" ON "patient_account"("county_id", "person_id");

-- CreateIndex
CREATE INDEX "rights_request_due" ON "rights_request"("county_id", "due_on", "id");

-- CreateIndex
CREATE INDEX "rights_request_patient" ON "rights_request"("county_id", "patient_id");

-- CreateIndex
CREATE INDEX "rights_request_asker" ON "rights_request"("county_id", "asked_by", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "rights_answer_request" ON "rights_answer"("county_id", "request_id", "at");

-- CreateIndex
CREATE INDEX "data_export_newest" ON "data_export"("county_id", "township_id", "id" DESC);

-- CreateIndex
CREATE INDEX "erasure_kind" ON "erasure"("county_id", "kind", "at" DESC);

-- CreateIndex
CREATE INDEX "handed_in_newest" ON "handed_in"("county_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "handed_in_session" ON "handed_in"("county_id", "session_id");

-- CreateIndex
CREATE INDEX "handed_in_patient" ON "handed_in"("county_id", "patient_id");

-- CreateIndex
CREATE INDEX "screening_clue_of_area" ON "screening_clue"("county_id", "area_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "screening_village_once" ON "screening_village"("county_id", "campaign_id", "area_id");

-- CreateIndex
CREATE INDEX "screening_gap_campaign" ON "screening_gap"("county_id", "campaign_id");

-- CreateIndex
CREATE INDEX "release_notice_of_area" ON "release_notice"("county_id", "area_id", "state");

-- CreateIndex
CREATE INDEX "transfer_out_patient" ON "transfer_out"("county_id", "patient_id");

-- CreateIndex
CREATE INDEX "transfer_in_township" ON "transfer_in"("county_id", "township_id", "id");

-- CreateIndex
CREATE INDEX "special_period_member_patient" ON "special_period_member"("county_id", "patient_id", "entered_on");

-- CreateIndex
CREATE INDEX "special_period_member_period" ON "special_period_member"("county_id", "period_id");

-- CreateIndex
CREATE INDEX "roll_call_mark_day" ON "roll_call_mark"("county_id", "patient_id", "on_day", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "visit_patient" ON "visit"("county_id", "patient_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "visit_visitor" ON "visit"("county_id", "person_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "visit_year_patient" ON "visit_year"("county_id", "patient_id", "year");

-- CreateIndex
CREATE INDEX "visit_photo_visit" ON "visit_photo"("county_id", "visit_id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_presence_person" ON "visit_presence"("county_id", "visit_id", "person_id");

-- CreateIndex
CREATE INDEX "referral_patient" ON "referral"("county_id", "patient_id");

-- CreateIndex
CREATE INDEX "referral_sent" ON "referral"("county_id", "sent_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "referral_visit" ON "referral"("county_id", "visit_id");

-- CreateIndex
CREATE INDEX "referral_step_referral" ON "referral_step"("county_id", "referral_id");

-- CreateIndex
CREATE INDEX "rights_alert_found" ON "rights_alert"("county_id", "found_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "concern_reported" ON "concern"("county_id", "reported_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "lost_report_created" ON "lost_report"("county_id", "created_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_county_id_parent_id_fkey" FOREIGN KEY ("county_id", "parent_id") REFERENCES "area"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "area_alias" ADD CONSTRAINT "area_alias_county_id_area_id_fkey" FOREIGN KEY ("county_id", "area_id") REFERENCES "area"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_county_id_area_id_fkey" FOREIGN KEY ("county_id", "area_id") REFERENCES "area"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_county_id_successor_id_fkey" FOREIGN KEY ("county_id", "successor_id") REFERENCES "person"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_county_id_person_id_fkey" FOREIGN KEY ("county_id", "person_id") REFERENCES "person"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_county_id_area_id_fkey" FOREIGN KEY ("county_id", "area_id") REFERENCES "area"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_county_id_organisation_id_fkey" FOREIGN KEY ("county_id", "organisation_id") REFERENCES "organisation"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "deputyship" ADD CONSTRAINT "deputyship_county_id_person_id_fkey" FOREIGN KEY ("county_id", "person_id") REFERENCES "person"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "deputyship" ADD CONSTRAINT "deputyship_county_id_deputy_id_fkey" FOREIGN KEY ("county_id", "deputy_id") REFERENCES "person"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_county_id_person_id_fkey" FOREIGN KEY ("county_id", "person_id") REFERENCES "person"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "account_binding" ADD CONSTRAINT "account_binding_county_id_person_id_fkey" FOREIGN KEY ("county_id", "person_id") REFERENCES "person"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_county_id_person_id_fkey" FOREIGN KEY ("county_id", "person_id") REFERENCES "person"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agreement_pause" ADD CONSTRAINT "agreement_pause_county_id_agreement_id_fkey" FOREIGN KEY ("county_id", "agreement_id") REFERENCES "agreement"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agreement_step" ADD CONSTRAINT "agreement_step_county_id_agreement_id_fkey" FOREIGN KEY ("county_id", "agreement_id") REFERENCES "agreement"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agreement_document" ADD CONSTRAINT "agreement_document_county_id_id_fkey" FOREIGN KEY ("county_id", "id") REFERENCES "agreement"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agreement_signature" ADD CONSTRAINT "agreement_signature_county_id_agreement_id_fkey" FOREIGN KEY ("county_id", "agreement_id") REFERENCES "agreement"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "reward_application_step" ADD CONSTRAINT "reward_application_step_county_id_application_id_fkey" FOREIGN KEY ("county_id", "application_id") REFERENCES "reward_application"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "appraisal_opinion" ADD CONSTRAINT "appraisal_opinion_county_id_appraisal_id_fkey" FOREIGN KEY ("county_id", "appraisal_id") REFERENCES "appraisal"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "batch_step" ADD CONSTRAINT "batch_step_county_id_batch_id_fkey" FOREIGN KEY ("county_id", "batch_id") REFERENCES "batch"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "reconciliation_difference" ADD CONSTRAINT "reconciliation_difference_county_id_reconciliation_id_fkey" FOREIGN KEY ("county_id", "reconciliation_id") REFERENCES "reconciliation"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "relief_step" ADD CONSTRAINT "relief_step_county_id_relief_id_fkey" FOREIGN KEY ("county_id", "relief_id") REFERENCES "relief_application"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "relief_cost_step" ADD CONSTRAINT "relief_cost_step_county_id_cost_id_fkey" FOREIGN KEY ("county_id", "cost_id") REFERENCES "relief_cost"("county_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

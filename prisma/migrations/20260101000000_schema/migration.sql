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
CREATE TABLE "outbox" (
    "county_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "leased_until" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("county_id","id")
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
CREATE UNIQUE INDEX "outbox_key" ON "outbox"("county_id", "kind", "key");

-- CreateIndex
CREATE INDEX "kept_answer_age" ON "kept_answer"("county_id", "created_at");

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

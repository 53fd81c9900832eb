CREATE TABLE "login_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"place_code" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"absolute_end_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"device" text NOT NULL,
	"complete" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"org_id" uuid,
	"company_id" uuid,
	"contact_id" uuid,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"locale" text DEFAULT 'it' NOT NULL,
	"password_hash" text,
	"totp_secret" "bytea",
	"totp_last_step" integer,
	"active" boolean DEFAULT true NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "candidate_exclusions" (
	"org_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "candidate_exclusions_org_id_candidate_id_kind_value_pk" PRIMARY KEY("org_id","candidate_id","kind","value")
);
--> statement-breakpoint
CREATE TABLE "candidate_keys" (
	"org_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"wrapped_key" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "candidate_keys_org_id_candidate_id_pk" PRIMARY KEY("org_id","candidate_id")
);
--> statement-breakpoint
CREATE TABLE "candidates" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"case_manager_id" uuid NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"first_name" "bytea" NOT NULL,
	"last_name" "bytea" NOT NULL,
	"last_name_index" text NOT NULL,
	"alias" "bytea",
	"birth_date" "bytea",
	"phone" "bytea",
	"background" "bytea",
	"notes" "bytea",
	"taken_on_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "candidates_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"subject_id" uuid,
	"decision" text NOT NULL,
	"text_hash" text NOT NULL,
	"language" text NOT NULL,
	"with_mediator" boolean NOT NULL,
	"channel" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "consents_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "profiles" (
	"org_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"matchable" boolean DEFAULT false NOT NULL,
	"available" bit(336) NOT NULL,
	"slots" text[] DEFAULT '{}' NOT NULL,
	"with_childcare" bit(336) NOT NULL,
	"skill_codes" text[] DEFAULT '{}' NOT NULL,
	"skill_levels" smallint[] DEFAULT '{}' NOT NULL,
	"profession_code" text NOT NULL,
	"licences" text[] DEFAULT '{}' NOT NULL,
	"has_vehicle" boolean DEFAULT false NOT NULL,
	"italian_spoken" smallint NOT NULL,
	"italian_written" smallint NOT NULL,
	"place_code" text NOT NULL,
	"province" text NOT NULL,
	"lat" double precision NOT NULL,
	"lng" double precision NOT NULL,
	"max_km" smallint NOT NULL,
	"may_work_from" date NOT NULL,
	"permit_until" date,
	"renewal_under_way" boolean DEFAULT false NOT NULL,
	"free_from" date NOT NULL,
	"min_pay_cents" integer DEFAULT 0 NOT NULL,
	"aims" text[] NOT NULL,
	"limits" text[] DEFAULT '{}' NOT NULL,
	"preferred_sectors" text[] DEFAULT '{}' NOT NULL,
	"preferred_professions" text[] DEFAULT '{}' NOT NULL,
	"plan_skills" text[] DEFAULT '{}' NOT NULL,
	"waiting_since" date NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "profiles_org_id_candidate_id_pk" PRIMARY KEY("org_id","candidate_id")
);
--> statement-breakpoint
CREATE TABLE "companies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"vat_id" text NOT NULL,
	"name" text NOT NULL,
	"sector" text NOT NULL,
	"size_band" text NOT NULL,
	"place_code" text NOT NULL,
	"website" text,
	"verification" text DEFAULT 'pending' NOT NULL,
	"stage" text DEFAULT 'new' NOT NULL,
	"paused_until" timestamp with time zone,
	"do_not_contact" boolean DEFAULT false NOT NULL,
	"lead_org_id" uuid,
	"lead_user_id" uuid,
	"trust_score" numeric(5, 2) DEFAULT 50 NOT NULL,
	"trust_score_at" timestamp with time zone,
	"last_contact_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "company_referrals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_company_id" uuid NOT NULL,
	"to_company_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "company_verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"register_checked" boolean NOT NULL,
	"human_contact" boolean NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"role" text DEFAULT 'hr' NOT NULL,
	"locale" text DEFAULT 'it' NOT NULL,
	"unsubscribed_at" timestamp with time zone,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interactions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"contact_id" uuid,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"minutes" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dev_mailbox" (
	"message_id" text PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"headers" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follow_ups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rule_key" text,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"occurrence" integer DEFAULT 1 NOT NULL,
	"company_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"template" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"contact_id" uuid,
	"assignee_id" uuid,
	"assignee_org_id" uuid,
	"why" text DEFAULT '' NOT NULL,
	"postponed_reason" text,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"released_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"outbox_id" uuid NOT NULL,
	"template" text NOT NULL,
	"class" text NOT NULL,
	"contact_id" uuid,
	"user_id" uuid,
	"company_id" uuid,
	"subject_type" text NOT NULL,
	"subject_id" uuid,
	"follow_up_id" uuid,
	"message_id" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"failure" text,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "opening_shifts" (
	"opening_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"kind" text NOT NULL,
	"mask" bit(336) NOT NULL,
	"hours_per_week" smallint,
	CONSTRAINT "opening_shifts_opening_id_position_pk" PRIMARY KEY("opening_id","position")
);
--> statement-breakpoint
CREATE TABLE "opening_skills" (
	"opening_id" uuid NOT NULL,
	"skill_code" text NOT NULL,
	"need" text NOT NULL,
	"level" smallint NOT NULL,
	"weight" smallint DEFAULT 1 NOT NULL,
	CONSTRAINT "opening_skills_opening_id_skill_code_pk" PRIMARY KEY("opening_id","skill_code")
);
--> statement-breakpoint
CREATE TABLE "openings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"steps_done" smallint DEFAULT 0 NOT NULL,
	"kind" text,
	"title" text DEFAULT '' NOT NULL,
	"profession_code" text,
	"tasks" text DEFAULT '' NOT NULL,
	"place_code" text,
	"lat" double precision,
	"lng" double precision,
	"licences" text[] DEFAULT '{}' NOT NULL,
	"needs_vehicle" boolean DEFAULT false NOT NULL,
	"italian_spoken" smallint DEFAULT 0 NOT NULL,
	"italian_written" smallint DEFAULT 0 NOT NULL,
	"pay_monthly_cents" integer,
	"hours_per_week" smallint,
	"start_from" date,
	"start_latest" date,
	"duration_months" smallint,
	"places" smallint DEFAULT 1 NOT NULL,
	"transport_provided" boolean DEFAULT false NOT NULL,
	"lodging_provided" boolean DEFAULT false NOT NULL,
	"canteen" boolean DEFAULT false NOT NULL,
	"childcare_provided" boolean DEFAULT false NOT NULL,
	"tutor" boolean DEFAULT false NOT NULL,
	"demands" text[] DEFAULT '{}' NOT NULL,
	"teaches" text[] DEFAULT '{}' NOT NULL,
	"close_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"posted_at" timestamp with time zone,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"org_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_role" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text,
	"result" text NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_log_org_id_seq_pk" PRIMARY KEY("org_id","seq")
);
--> statement-breakpoint
CREATE TABLE "effects" (
	"outbox_id" uuid NOT NULL,
	"effect" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "effects_outbox_id_effect_pk" PRIMARY KEY("outbox_id","effect")
);
--> statement-breakpoint
CREATE TABLE "heartbeats" (
	"process" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"status" integer NOT NULL,
	"location" text,
	"flash" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_scope_key_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"payload" jsonb NOT NULL,
	"actor_id" uuid,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"available_at" timestamp with time zone NOT NULL,
	"lease_until" timestamp with time zone,
	"failure" text,
	"created_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "card_attributes" (
	"card_id" uuid NOT NULL,
	"attribute" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "card_attributes_card_id_attribute_value_pk" PRIMARY KEY("card_id","attribute","value")
);
--> statement-breakpoint
CREATE TABLE "cards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"opening_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"state" text DEFAULT 'sent' NOT NULL,
	"answer" text,
	"not_now_reason" text,
	"answered_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"week" date NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "disclosures" (
	"org_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"card_id" uuid NOT NULL,
	"attribute" text NOT NULL,
	"value" text NOT NULL,
	"k" smallint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "disclosures_org_id_candidate_id_card_id_attribute_value_pk" PRIMARY KEY("org_id","candidate_id","card_id","attribute","value")
);
--> statement-breakpoint
CREATE TABLE "help_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"opening_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"requested_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "placements" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"opening_id" uuid,
	"company_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"became_hire" boolean DEFAULT false NOT NULL,
	"funding_source" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "placements_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"opening_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"card_id" uuid NOT NULL,
	"proposed_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "proposals_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "stories" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"slug" text,
	"company_name" text NOT NULL,
	"sector" text NOT NULL,
	"size_band" text NOT NULL,
	"place_code" text NOT NULL,
	"title" text NOT NULL,
	"need" text NOT NULL,
	"solution" text NOT NULL,
	"result" text NOT NULL,
	"quote" text DEFAULT '' NOT NULL,
	"days_to_fill" integer,
	"months_retained" integer,
	"written_by" uuid NOT NULL,
	"review_note" text DEFAULT '' NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "testimonials" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"state" text NOT NULL,
	"scope" text NOT NULL,
	"through_user_id" uuid NOT NULL,
	"through_org_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "stage_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"from_stage" text NOT NULL,
	"to_stage" text NOT NULL,
	"cause" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"author_id" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trust_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"cause_type" text NOT NULL,
	"cause_id" uuid,
	"author_id" uuid,
	"occurred_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trust_weights" (
	"kind" text PRIMARY KEY NOT NULL,
	"weight" numeric(5, 1) NOT NULL,
	"half_life_days" integer NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "login_tokens" ADD CONSTRAINT "login_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_exclusions" ADD CONSTRAINT "candidate_exclusions_org_id_candidate_id_candidates_org_id_id_fk" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidates"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_keys" ADD CONSTRAINT "candidate_keys_org_id_candidate_id_candidates_org_id_id_fk" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidates"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_org_id_candidate_id_candidates_org_id_id_fk" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidates"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_org_id_candidate_id_candidates_org_id_id_fk" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidates"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_lead_org_id_organisations_id_fk" FOREIGN KEY ("lead_org_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_lead_user_id_users_id_fk" FOREIGN KEY ("lead_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_referrals" ADD CONSTRAINT "company_referrals_from_company_id_companies_id_fk" FOREIGN KEY ("from_company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_referrals" ADD CONSTRAINT "company_referrals_to_company_id_companies_id_fk" FOREIGN KEY ("to_company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_verifications" ADD CONSTRAINT "company_verifications_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_verifications" ADD CONSTRAINT "company_verifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interactions" ADD CONSTRAINT "interactions_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interactions" ADD CONSTRAINT "interactions_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interactions" ADD CONSTRAINT "interactions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_shifts" ADD CONSTRAINT "opening_shifts_opening_id_openings_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."openings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_skills" ADD CONSTRAINT "opening_skills_opening_id_openings_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."openings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_attributes" ADD CONSTRAINT "card_attributes_card_id_cards_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."cards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_opening_id_openings_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."openings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosures" ADD CONSTRAINT "disclosures_org_id_candidate_id_candidates_org_id_id_fk" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidates"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_requests" ADD CONSTRAINT "help_requests_opening_id_openings_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."openings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_org_id_candidate_id_candidates_org_id_id_fk" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidates"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_org_id_candidate_id_candidates_org_id_id_fk" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidates"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "testimonials" ADD CONSTRAINT "testimonials_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_changes" ADD CONSTRAINT "stage_changes_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trust_events" ADD CONSTRAINT "trust_events_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "login_tokens_user" ON "login_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "rate_limits_expire" ON "rate_limits" USING btree ("expire");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "users_org" ON "users" USING btree ("org_id");--> statement-breakpoint
CREATE UNIQUE INDEX "candidates_code" ON "candidates" USING btree ("org_id","code");--> statement-breakpoint
CREATE INDEX "candidates_case_manager" ON "candidates" USING btree ("org_id","case_manager_id");--> statement-breakpoint
CREATE INDEX "consents_candidate" ON "consents" USING btree ("org_id","candidate_id","purpose","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "companies_vat" ON "companies" USING btree ("vat_id");--> statement-breakpoint
CREATE INDEX "companies_lead" ON "companies" USING btree ("lead_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "company_verifications_once" ON "company_verifications" USING btree ("company_id","user_id");--> statement-breakpoint
CREATE INDEX "contacts_company" ON "contacts" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "interactions_company" ON "interactions" USING btree ("company_id","occurred_at");--> statement-breakpoint
CREATE UNIQUE INDEX "follow_ups_once" ON "follow_ups" USING btree ("rule_key","subject_type","subject_id","occurrence");--> statement-breakpoint
CREATE INDEX "follow_ups_due" ON "follow_ups" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "follow_ups_assignee" ON "follow_ups" USING btree ("assignee_id","state","due_at");--> statement-breakpoint
CREATE INDEX "follow_ups_company" ON "follow_ups" USING btree ("company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mails_outbox" ON "mails" USING btree ("outbox_id","template");--> statement-breakpoint
CREATE UNIQUE INDEX "mails_message" ON "mails" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "mails_contact" ON "mails" USING btree ("contact_id","sent_at");--> statement-breakpoint
CREATE INDEX "mails_state" ON "mails" USING btree ("state","lease_until");--> statement-breakpoint
CREATE INDEX "openings_company" ON "openings" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "openings_state" ON "openings" USING btree ("state","posted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_log_id" ON "audit_log" USING btree ("id");--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_at" ON "idempotency_keys" USING btree ("at");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("state","available_at");--> statement-breakpoint
CREATE INDEX "cards_opening" ON "cards" USING btree ("opening_id");--> statement-breakpoint
CREATE INDEX "cards_company" ON "cards" USING btree ("company_id","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "help_requests_once" ON "help_requests" USING btree ("opening_id","org_id");--> statement-breakpoint
CREATE INDEX "placements_company" ON "placements" USING btree ("company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_once" ON "proposals" USING btree ("org_id","candidate_id","opening_id");--> statement-breakpoint
CREATE INDEX "proposals_card" ON "proposals" USING btree ("card_id");--> statement-breakpoint
CREATE UNIQUE INDEX "stories_slug" ON "stories" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "stories_company" ON "stories" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "testimonials_company" ON "testimonials" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "stage_changes_company" ON "stage_changes" USING btree ("company_id","at");--> statement-breakpoint
CREATE INDEX "trust_events_company" ON "trust_events" USING btree ("company_id","occurred_at");
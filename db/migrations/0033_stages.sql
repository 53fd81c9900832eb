CREATE TABLE "contract_links" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"card_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"checked_by" uuid NOT NULL,
	"fields" text[] NOT NULL,
	"tax_code" "bytea",
	"address" "bytea",
	"sent_by" uuid NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"opens" smallint DEFAULT 0 NOT NULL,
	"last_opened_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_why" text,
	CONSTRAINT "contract_links_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"card_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"checked_by" uuid NOT NULL,
	"name_shown" text NOT NULL,
	"place" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"arranged_by" uuid NOT NULL,
	"arranged_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_why" text,
	CONSTRAINT "meetings_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "contract_links" ADD CONSTRAINT "contract_links_org_id_candidate_id_candidates_org_id_id_fk" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidates"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_org_id_candidate_id_candidates_org_id_id_fk" FOREIGN KEY ("org_id","candidate_id") REFERENCES "public"."candidates"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contract_links_candidate" ON "contract_links" USING btree ("org_id","candidate_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_links_standing" ON "contract_links" USING btree ("card_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "meetings_candidate" ON "meetings" USING btree ("org_id","candidate_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meetings_standing" ON "meetings" USING btree ("card_id") WHERE ended_at is null;
--> statement-breakpoint
-- What was asked of somebody for a contract alone does not outlive its link.
alter table contract_links add constraint contract_links_forgotten check (ended_at is null or (tax_code is null and address is null));
--> statement-breakpoint
-- Whom a company meets and hires is read and written by the case managers of her own organisation, and by no company.
do $$
declare t text;
begin
  foreach t in array array['meetings', 'contract_links'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy by_system on public.%I using ((select app.is_system())) with check ((select app.is_system()))', t);
    execute format('create policy by_own_organisation on public.%I using ((select app.role()) = ''case_manager'' and org_id = (select app.org())) with check ((select app.role()) = ''case_manager'' and org_id = (select app.org()))', t);
    execute format('grant select, insert, update, delete on public.%I to passaparola_web', t);
  end loop;
end $$;

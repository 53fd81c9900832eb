ALTER TABLE "stage_changes" ADD COLUMN "until" timestamp with time zone;
--> statement-breakpoint
-- The owner of the tables is held to their policies, too: for what follows he is our own processes.
select set_config('app.role', 'system', true);
--> statement-breakpoint
-- Of the pauses before this column, only the last one's day is known: the company's row has it. An earlier one counts until the
-- change that followed it.
update stage_changes s set until = c.paused_until
from companies c
where s.company_id = c.id and s.cause = 'paused' and not exists (
  select from stage_changes later
  where later.company_id = s.company_id and later.cause in ('paused', 'do_not_contact', 'open') and later.at > s.at);
--> statement-breakpoint
select set_config('app.role', '', true);

ALTER TABLE "testimonials" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
-- The owner of the tables is held to their policies, too: for what follows he is our own processes.
select set_config('app.role', 'system', true);
--> statement-breakpoint
-- The audit log has the moment; a row that is older than the log has none, and says nothing of it.
update testimonials t set withdrawn_at =
  (select max(a.at) from audit_log a where a.subject_type = 'testimonial' and a.subject_id = t.id::text and a.action = 'testimonial.withdrawn')
  where t.state = 'withdrawn';
--> statement-breakpoint
select set_config('app.role', '', true);

-- Whoever decides writes her answer and when it ends, an hour from now at the most; who asked, for whom and when stays.
revoke update on glass_breaks from passaparola_web;
--> statement-breakpoint
grant update (decision, decided_by, decided_at, ends_at) on glass_breaks to passaparola_web;
--> statement-breakpoint
drop policy decided_by_another on glass_breaks;
--> statement-breakpoint
create policy decided_by_another on glass_breaks for update using ((select app.role()) in ('coordinator', 'admin') and asked_by <> (select app.user_id()) and decision is null) with check (decided_by = (select app.user_id()) and asked_by <> (select app.user_id()) and decision is not null and (ends_at is null or ends_at <= now() + interval '61 minutes'));

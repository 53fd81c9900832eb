-- A company reads what it is invited to, and of the network's events those alone.
create policy by_invited_company on event_invitations for select using ((select app.role()) = 'hr_contact' and company_id = (select app.company()));
--> statement-breakpoint
-- A function, because the two tables' policies ask for each other: PostgreSQL refuses policies that lead back to their own table.
create function app.is_invited(event uuid) returns boolean language sql stable as $$ select exists (select from public.event_invitations i where i.event_id = event and i.company_id = app.company()) $$;
--> statement-breakpoint
create policy by_invited_company on events for select using ((select app.role()) = 'hr_contact' and app.is_invited(id));

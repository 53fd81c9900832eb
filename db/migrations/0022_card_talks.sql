ALTER TABLE "cards" ADD COLUMN "talked_at" timestamp with time zone;
--> statement-breakpoint
-- A link reads what its card is about and writes nothing but its answer: `using` of a policy for all would have let it
-- delete contacts, openings and what belongs to them.
drop policy by_own_company on companies;
--> statement-breakpoint
create policy by_own_company on companies using ((select app.role()) = 'hr_contact' and id = (select app.company())) with check ((select app.role()) = 'hr_contact' and id = (select app.company()));
--> statement-breakpoint
create policy read_by_link on companies for select using ((select app.role()) = 'link' and id = (select app.company()));
--> statement-breakpoint
drop policy by_own_company on contacts;
--> statement-breakpoint
create policy by_own_company on contacts using ((select app.role()) = 'hr_contact' and company_id = (select app.company())) with check ((select app.role()) = 'hr_contact' and company_id = (select app.company()));
--> statement-breakpoint
create policy read_by_link on contacts for select using ((select app.role()) = 'link' and company_id = (select app.company()));
--> statement-breakpoint
drop policy by_own_company on openings;
--> statement-breakpoint
create policy by_own_company on openings using ((select app.role()) = 'hr_contact' and company_id = (select app.company())) with check ((select app.role()) = 'hr_contact' and company_id = (select app.company()));
--> statement-breakpoint
create policy read_by_link on openings for select using ((select app.role()) = 'link' and company_id = (select app.company()));
--> statement-breakpoint
drop policy by_own_company on opening_skills;
--> statement-breakpoint
create policy by_own_company on opening_skills using ((select app.role()) = 'hr_contact' and exists (select 1 from openings o where o.id = opening_id and o.company_id = (select app.company()))) with check ((select app.role()) = 'hr_contact' and exists (select 1 from openings o where o.id = opening_id and o.company_id = (select app.company())));
--> statement-breakpoint
drop policy by_own_company on opening_shifts;
--> statement-breakpoint
create policy by_own_company on opening_shifts using ((select app.role()) = 'hr_contact' and exists (select 1 from openings o where o.id = opening_id and o.company_id = (select app.company()))) with check ((select app.role()) = 'hr_contact' and exists (select 1 from openings o where o.id = opening_id and o.company_id = (select app.company())));
--> statement-breakpoint
-- What a card showed is read while the card lives, and by nobody outside afterwards, whatever a page forgets.
drop policy by_own_company on card_attributes;
--> statement-breakpoint
create policy by_own_company on card_attributes for select using ((select app.role()) in ('hr_contact', 'link') and exists (select 1 from cards c where c.id = card_id and c.state in ('sent', 'answered')));

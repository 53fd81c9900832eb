CREATE UNIQUE INDEX "candidate_requests_open" ON "candidate_requests" USING btree ("org_id","candidate_id","kind") WHERE state = 'open';--> statement-breakpoint
-- A company, signed in or by its link, answers a card that is under way and does nothing else to it: one that was withdrawn stays so.
drop policy by_own_company on cards;
--> statement-breakpoint
drop policy by_link on cards;
--> statement-breakpoint
create policy read_by_own_company on cards for select using ((select app.role()) = 'hr_contact' and company_id = (select app.company()));
--> statement-breakpoint
create policy read_by_link on cards for select using ((select app.role()) = 'link' and id = (select app.card()) and company_id = (select app.company()));
--> statement-breakpoint
create policy answer_by_own_company on cards for update using ((select app.role()) = 'hr_contact' and company_id = (select app.company()) and state in ('sent', 'answered')) with check ((select app.role()) = 'hr_contact' and company_id = (select app.company()) and state = 'answered');
--> statement-breakpoint
create policy answer_by_link on cards for update using ((select app.role()) = 'link' and id = (select app.card()) and company_id = (select app.company()) and state in ('sent', 'answered')) with check ((select app.role()) = 'link' and id = (select app.card()) and company_id = (select app.company()) and state = 'answered');

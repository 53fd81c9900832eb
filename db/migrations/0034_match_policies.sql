-- Each condition on who asks is one sub-select, worked out once a statement: two comparisons of texts a row were a tenth of a scan.
alter policy for_matching on match_profiles
  using ((select app.purpose() = 'matching' and app.role() = 'case_manager'));
--> statement-breakpoint
alter policy by_own_organisation on match_profiles
  using ((select app.role() = 'case_manager') and org_id = (select app.org()))
  with check ((select app.role() = 'case_manager') and org_id = (select app.org()));

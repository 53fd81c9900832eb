-- The worker has a login of its own (decision 030). What only it does, the web can do no longer: end old entries of the audit and
-- say where its chains begin since, claim an effect, say that a worker is alive.
revoke delete on audit_log from passaparola_web, passaparola_company;
--> statement-breakpoint
revoke insert, update on audit_checkpoints from passaparola_web, passaparola_company;
--> statement-breakpoint
revoke insert, update on effects from passaparola_web, passaparola_company;
--> statement-breakpoint
revoke insert, update, delete on heartbeats from passaparola_web, passaparola_company;
--> statement-breakpoint
-- They look into tables of persons, to which the companies' role has no grant; every login has.
alter policy by_proposer on cards to passaparola_web, passaparola_worker;
--> statement-breakpoint
alter policy by_proposer on card_attributes to passaparola_web, passaparola_worker;
--> statement-breakpoint
alter policy by_broken_glass on candidates to passaparola_web, passaparola_worker;
--> statement-breakpoint
alter policy by_broken_glass on candidate_keys to passaparola_web, passaparola_worker;

-- What a company's people and the holders of links may touch is decided by a database role of its own, which has no grant on
-- any table that names a person (022). Policies for case managers look into such a table: they are for the web role alone,
-- since PostgreSQL asks for the grant of whatever a policy names, whether its other half is true or not.
alter policy by_proposer on cards to passaparola_web;
--> statement-breakpoint
alter policy by_proposer on card_attributes to passaparola_web;

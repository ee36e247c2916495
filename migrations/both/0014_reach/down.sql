DROP INDEX contacts_places;
DROP INDEX contacts_met;
DROP TABLE centre_costs;
DROP TABLE child_facts;

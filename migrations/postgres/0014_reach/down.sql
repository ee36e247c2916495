DROP TABLE centre_costs;
DROP TABLE child_facts;

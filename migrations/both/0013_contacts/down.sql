DROP TABLE contact_proposals;
DROP INDEX families_joined;
DROP TABLE setting_supports;
DROP TABLE contacts;
DROP TABLE contact_kinds;

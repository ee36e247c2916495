DROP TABLE audit_families;

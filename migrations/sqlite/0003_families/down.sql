DROP TABLE family_groups;
DROP TABLE family_children;
DROP TABLE children;
DROP TABLE carers;
DROP TABLE families;

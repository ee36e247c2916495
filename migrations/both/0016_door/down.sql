DROP INDEX sessions_end;
DROP INDEX sessions_head;
DROP INDEX tasks_one_incomplete;
DROP TABLE sheet_lines;
DROP TABLE not_coming_told;
DROP TABLE activity_attendance;

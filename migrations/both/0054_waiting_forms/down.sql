DROP TABLE waiting_forms;

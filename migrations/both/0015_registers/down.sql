DROP TABLE handovers;
DROP TABLE head_counts;
DROP TABLE marks;
DROP TABLE registers;

DROP TABLE past_head_counts;

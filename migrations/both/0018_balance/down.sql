DROP TABLE workless_baselines;
DROP TABLE reach_settings;

DROP TABLE window_alerts;

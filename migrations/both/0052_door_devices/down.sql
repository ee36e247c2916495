DROP TABLE door_devices;

CREATE INDEX children_joined ON children (joined_into) WHERE joined_into IS NOT NULL;

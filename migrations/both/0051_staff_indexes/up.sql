CREATE INDEX children_joined ON children (joined_into) WHERE joined_into IS NOT NULL;
CREATE INDEX handovers_account ON handovers (account_id) WHERE taken_back_at IS NULL;

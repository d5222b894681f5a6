CREATE INDEX append_unit_recorded ON append_unit (recorded_at);

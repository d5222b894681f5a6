-- Units lie in the order of their recording: a block range index costs an append nothing to speak of.
CREATE INDEX append_unit_recorded ON append_unit USING brin (recorded_at) WITH (pages_per_range = 32, autosummarize = on);

-- What was shown to the HIS under another id than the bureau's own: where its answer has to go. Times are microseconds since
-- 1970-01-01 UTC.
CREATE TABLE bureau_id (
  hospital TEXT NOT NULL,
  shown_id TEXT NOT NULL,
  bureau_id TEXT NOT NULL,
  kept_at INTEGER NOT NULL,
  PRIMARY KEY (hospital, shown_id, bureau_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX bureau_id_age ON bureau_id (kept_at);

-- What users did about the bureau's warnings. outcome 0: the bureau has yet to hear of it, 1 acknowledged, 2 refused, 3 given up.
-- envelope: the members around the input of the message that told it, none of them of a patient.
CREATE TABLE bureau_disposition (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  hospital TEXT NOT NULL,
  bureau_id TEXT NOT NULL,
  warn_type TEXT NOT NULL,
  dspo_way TEXT NOT NULL,
  reason TEXT NOT NULL,
  envelope TEXT NOT NULL,
  told_at INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  next_at INTEGER NOT NULL,
  outcome INTEGER NOT NULL,
  UNIQUE (hospital, bureau_id)
) STRICT;
CREATE INDEX bureau_disposition_due ON bureau_disposition (next_at, number) WHERE outcome = 0;
CREATE INDEX bureau_disposition_age ON bureau_disposition (told_at);

-- The bureau's rows that came after the HIS had its answer. delivered_at: when they went out with another answer.
CREATE TABLE bureau_late (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  hospital TEXT NOT NULL,
  visit_number TEXT NOT NULL,
  rows BLOB NOT NULL,
  arrived_at INTEGER NOT NULL,
  delivered_at INTEGER
) STRICT;
CREATE INDEX bureau_late_visit ON bureau_late (hospital, visit_number, number) WHERE delivered_at IS NULL;
CREATE INDEX bureau_late_age ON bureau_late (arrived_at);

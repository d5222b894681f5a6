-- What was shown to the HIS under another id than the bureau's own: where its answer has to go. Times are microseconds since
-- 1970-01-01 UTC.
CREATE TABLE bureau_id (
  hospital text NOT NULL,
  shown_id text NOT NULL,
  bureau_id text NOT NULL,
  kept_at bigint NOT NULL,
  PRIMARY KEY (hospital, shown_id, bureau_id)
);
CREATE INDEX bureau_id_age ON bureau_id (kept_at);

-- What users did about the bureau's warnings. outcome 0: the bureau has yet to hear of it, 1 acknowledged, 2 refused, 3 given up.
-- envelope: the members around the input of the message that told it, none of them of a patient.
CREATE TABLE bureau_disposition (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hospital text NOT NULL,
  bureau_id text NOT NULL,
  warn_type text NOT NULL,
  dspo_way text NOT NULL,
  reason text NOT NULL,
  envelope text NOT NULL,
  told_at bigint NOT NULL,
  revision integer NOT NULL,
  attempts integer NOT NULL,
  next_at bigint NOT NULL,
  outcome integer NOT NULL,
  UNIQUE (hospital, bureau_id)
);
CREATE INDEX bureau_disposition_due ON bureau_disposition (next_at, number) WHERE outcome = 0;
CREATE INDEX bureau_disposition_age ON bureau_disposition (told_at);

-- The bureau's rows that came after the HIS had its answer. delivered_at: when they went out with another answer.
CREATE TABLE bureau_late (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hospital text NOT NULL,
  visit_number text NOT NULL,
  rows bytea NOT NULL,
  arrived_at bigint NOT NULL,
  delivered_at bigint
);
CREATE INDEX bureau_late_visit ON bureau_late (hospital, visit_number, number) WHERE delivered_at IS NULL;
CREATE INDEX bureau_late_age ON bureau_late (arrived_at);

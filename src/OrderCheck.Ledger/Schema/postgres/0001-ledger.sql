-- Times are microseconds since 1970-01-01 UTC; days are yyyymmdd of the hospital's calendar.
CREATE TABLE encounter (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hospital text NOT NULL,
  visit_number text NOT NULL,
  CONSTRAINT encounter_key UNIQUE (hospital, visit_number)
);

-- No date in any key, hence not partitioned by month: an id is unique for the encounter for ever, not for a month.
CREATE TABLE entry (
  encounter bigint NOT NULL REFERENCES encounter (number),
  sequence bigint NOT NULL CHECK (sequence > 0),
  kind integer NOT NULL,
  id16 bytea NOT NULL CHECK (length(id16) = 16),
  revision integer NOT NULL,
  content16 bytea NOT NULL CHECK (length(content16) = 16),
  body bytea NOT NULL,
  CONSTRAINT entry_sequence PRIMARY KEY (encounter, sequence),
  CONSTRAINT entry_id UNIQUE (encounter, id16, revision)
);

CREATE TABLE append_unit (
  encounter bigint NOT NULL REFERENCES encounter (number),
  first_sequence bigint NOT NULL,
  last_sequence bigint NOT NULL CHECK (last_sequence >= first_sequence),
  request16 bytea NOT NULL CHECK (length(request16) = 16),
  request_hash bytea NOT NULL,
  answer bytea NOT NULL,
  recorded_at bigint NOT NULL,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  CONSTRAINT append_unit_sequence PRIMARY KEY (encounter, last_sequence),
  CONSTRAINT append_unit_request UNIQUE (encounter, request16)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only';
END $$;
CREATE TRIGGER entry_change BEFORE UPDATE OR DELETE OR TRUNCATE ON entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_unit_change BEFORE UPDATE OR DELETE OR TRUNCATE ON append_unit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE alias (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hospital text NOT NULL,
  mdtrt_id text NOT NULL,
  encounter bigint NOT NULL REFERENCES encounter (number),
  since bigint NOT NULL
);
CREATE INDEX alias_latest ON alias (hospital, mdtrt_id, since, number);

CREATE TABLE charged_day (
  day integer NOT NULL,
  encounter bigint NOT NULL REFERENCES encounter (number),
  PRIMARY KEY (day, encounter)
);

CREATE TABLE awaiting_judgement (
  encounter bigint PRIMARY KEY REFERENCES encounter (number),
  since bigint NOT NULL
);
CREATE INDEX awaiting_judgement_oldest ON awaiting_judgement (since, encounter);

CREATE TABLE late (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  encounter bigint NOT NULL REFERENCES encounter (number),
  hospital text NOT NULL,
  doctor text NOT NULL,
  department text NOT NULL,
  judged_at bigint NOT NULL,
  check_id text NOT NULL,
  answer bytea NOT NULL
);
CREATE INDEX late_of_doctor ON late (hospital, doctor, number);

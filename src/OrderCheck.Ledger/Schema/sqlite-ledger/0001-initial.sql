-- Times are microseconds since 1970-01-01 UTC; days are yyyymmdd of the hospital's calendar.
CREATE TABLE encounter (
  number INTEGER PRIMARY KEY,
  hospital TEXT NOT NULL,
  visit_number TEXT NOT NULL,
  UNIQUE (hospital, visit_number)
) STRICT;

-- No date in any key: an id is unique for the encounter for ever, not for a month.
CREATE TABLE entry (
  encounter INTEGER NOT NULL REFERENCES encounter (number),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  kind INTEGER NOT NULL,
  id16 BLOB NOT NULL CHECK (length(id16) = 16),
  revision INTEGER NOT NULL,
  content16 BLOB NOT NULL CHECK (length(content16) = 16),
  body BLOB NOT NULL,
  PRIMARY KEY (encounter, sequence),
  UNIQUE (encounter, id16, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE append_unit (
  encounter INTEGER NOT NULL REFERENCES encounter (number),
  first_sequence INTEGER NOT NULL,
  last_sequence INTEGER NOT NULL CHECK (last_sequence >= first_sequence),
  request16 BLOB NOT NULL CHECK (length(request16) = 16),
  request_hash BLOB NOT NULL,
  answer BLOB NOT NULL,
  recorded_at INTEGER NOT NULL,
  previous_hash BLOB NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (encounter, last_sequence),
  UNIQUE (encounter, request16)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entry_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER entry_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER append_unit_update BEFORE UPDATE ON append_unit BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER append_unit_delete BEFORE DELETE ON append_unit BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TABLE alias (
  number INTEGER PRIMARY KEY,
  hospital TEXT NOT NULL,
  mdtrt_id TEXT NOT NULL,
  encounter INTEGER NOT NULL REFERENCES encounter (number),
  since INTEGER NOT NULL
) STRICT;
CREATE INDEX alias_latest ON alias (hospital, mdtrt_id, since, number);

CREATE TABLE charged_day (
  day INTEGER NOT NULL,
  encounter INTEGER NOT NULL REFERENCES encounter (number),
  PRIMARY KEY (day, encounter)
) STRICT, WITHOUT ROWID;

CREATE TABLE awaiting_judgement (
  encounter INTEGER PRIMARY KEY REFERENCES encounter (number),
  since INTEGER NOT NULL
) STRICT;
CREATE INDEX awaiting_judgement_oldest ON awaiting_judgement (since, encounter);

CREATE TABLE late (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  encounter INTEGER NOT NULL REFERENCES encounter (number),
  hospital TEXT NOT NULL,
  doctor TEXT NOT NULL,
  department TEXT NOT NULL,
  judged_at INTEGER NOT NULL,
  check_id TEXT NOT NULL,
  answer BLOB NOT NULL
) STRICT;
CREATE INDEX late_of_doctor ON late (hospital, doctor, number);

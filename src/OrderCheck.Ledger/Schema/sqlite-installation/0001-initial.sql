-- Times are microseconds since 1970-01-01 UTC.
CREATE TABLE hospital (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  level INTEGER NOT NULL,
  type TEXT NOT NULL,
  time_zone TEXT NOT NULL
) STRICT;

CREATE TABLE dictionary (
  hospital TEXT NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  csv TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (hospital, number, kind)
) STRICT;

CREATE TABLE api_key (
  key_id TEXT PRIMARY KEY,
  lookup BLOB NOT NULL UNIQUE,
  salt BLOB NOT NULL,
  hash BLOB NOT NULL,
  hospitals TEXT NOT NULL,
  roles TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- The identity is sealed under the patient's own key: without the key, what a backup still holds is noise.
CREATE TABLE patient_key (
  hospital TEXT NOT NULL,
  patient_number TEXT NOT NULL,
  secret BLOB NOT NULL,
  PRIMARY KEY (hospital, patient_number)
) STRICT;

CREATE TABLE patient (
  hospital TEXT NOT NULL,
  patient_number TEXT NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (hospital, patient_number)
) STRICT;

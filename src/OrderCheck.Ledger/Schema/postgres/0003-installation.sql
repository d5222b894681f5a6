-- Times are microseconds since 1970-01-01 UTC.
CREATE TABLE hospital (
  code text PRIMARY KEY,
  name text NOT NULL,
  level integer NOT NULL,
  type text NOT NULL,
  time_zone text NOT NULL
);

CREATE TABLE dictionary (
  hospital text NOT NULL,
  number bigint NOT NULL,
  kind text NOT NULL,
  csv text NOT NULL,
  recorded_at bigint NOT NULL,
  PRIMARY KEY (hospital, number, kind)
);

CREATE TABLE api_key (
  key_id text PRIMARY KEY,
  lookup bytea NOT NULL UNIQUE,
  salt bytea NOT NULL,
  hash bytea NOT NULL,
  hospitals text NOT NULL,
  roles text NOT NULL,
  note text NOT NULL,
  created_at bigint NOT NULL,
  revoked_at bigint
);

CREATE TABLE setting (
  name text PRIMARY KEY,
  value text NOT NULL
);

-- The identity is sealed under the patient's own key: without the key, what a backup still holds is noise.
CREATE TABLE patient_key (
  hospital text NOT NULL,
  patient_number text NOT NULL,
  secret bytea NOT NULL,
  PRIMARY KEY (hospital, patient_number)
);

CREATE TABLE patient (
  hospital text NOT NULL,
  patient_number text NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (hospital, patient_number)
);

-- Times are microseconds since 1970-01-01 UTC.
CREATE TABLE check_record (
  hospital TEXT NOT NULL,
  check_id TEXT NOT NULL,
  visit_number TEXT NOT NULL,
  stage INTEGER NOT NULL,
  evaluated_at INTEGER NOT NULL,
  role INTEGER NOT NULL,
  department TEXT NOT NULL,
  person TEXT NOT NULL,
  inputs BLOB NOT NULL,
  answer BLOB NOT NULL
) STRICT;
CREATE INDEX check_record_id ON check_record (hospital, check_id);

CREATE TABLE audit (
  hospital TEXT NOT NULL,
  at INTEGER NOT NULL,
  role INTEGER NOT NULL,
  department TEXT NOT NULL,
  person TEXT NOT NULL,
  key_id TEXT NOT NULL,
  operation TEXT NOT NULL,
  subject TEXT NOT NULL,
  outcome TEXT NOT NULL
) STRICT;
CREATE INDEX audit_time ON audit (hospital, at);

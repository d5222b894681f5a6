-- Partitioned by month, so that old months can be dropped; the service makes each month's partition when it first needs it.
CREATE TABLE check_record (
  hospital text NOT NULL,
  check_id text NOT NULL,
  visit_number text NOT NULL,
  stage integer NOT NULL,
  evaluated_at bigint NOT NULL,
  role integer NOT NULL,
  department text NOT NULL,
  person text NOT NULL,
  inputs bytea NOT NULL,
  answer bytea NOT NULL
) PARTITION BY RANGE (evaluated_at);
CREATE INDEX check_record_id ON check_record (hospital, check_id);

CREATE TABLE audit (
  hospital text NOT NULL,
  at bigint NOT NULL,
  role integer NOT NULL,
  department text NOT NULL,
  person text NOT NULL,
  key_id text NOT NULL,
  operation text NOT NULL,
  subject text NOT NULL,
  outcome text NOT NULL
) PARTITION BY RANGE (at);
CREATE INDEX audit_time ON audit (hospital, at);

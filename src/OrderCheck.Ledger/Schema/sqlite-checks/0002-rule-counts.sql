-- Days are counted from 0001-01-01, as 0.
CREATE TABLE rule_count (
  hospital TEXT NOT NULL,
  day INTEGER NOT NULL,
  rule TEXT NOT NULL,
  shadow INTEGER NOT NULL,
  input TEXT NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (hospital, day, rule, shadow, input)
) STRICT, WITHOUT ROWID;

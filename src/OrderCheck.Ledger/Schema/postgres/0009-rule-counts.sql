-- Days are counted from 0001-01-01, as 0.
CREATE TABLE rule_count (
  hospital text NOT NULL,
  day integer NOT NULL,
  rule text NOT NULL,
  shadow integer NOT NULL,
  input text NOT NULL,
  times bigint NOT NULL,
  PRIMARY KEY (hospital, day, rule, shadow, input)
);

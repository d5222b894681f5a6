-- When the next promise of an encounter ("结果待补", due by then) is to be looked at; no row: none is.
CREATE TABLE promise_due (
  encounter bigint PRIMARY KEY REFERENCES encounter (number),
  due bigint NOT NULL
);
CREATE INDEX promise_due_by_time ON promise_due (due);

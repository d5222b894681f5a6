-- What interrupts nobody: a day's automatic charges ("morning 2026-03-02") and what is for a role ("role Pharmacist"). list names
-- which; its rows lay among the doctors' own in "late" before, under a name that began with a control character.
CREATE TABLE work (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  encounter INTEGER NOT NULL REFERENCES encounter (number),
  hospital TEXT NOT NULL,
  list TEXT NOT NULL,
  ward TEXT NOT NULL,
  judged_at INTEGER NOT NULL,
  check_id TEXT NOT NULL,
  answer BLOB NOT NULL
) STRICT;
CREATE INDEX work_of_list ON work (hospital, list, number);

-- Under their numbers: a cursor that a reader has goes on where it was.
INSERT INTO work (number, encounter, hospital, list, ward, judged_at, check_id, answer)
SELECT number, encounter, hospital, substr(doctor, 2), department, judged_at, check_id, answer
FROM late WHERE substr(doctor, 1, 1) = char(1) ORDER BY number;
DELETE FROM late WHERE substr(doctor, 1, 1) = char(1);

-- Which encounters ever named a patient: the way to a patient's history. merged 1: named as one of several master numbers that
-- turned out to be one patient's.
CREATE TABLE patient_mention (
  hospital TEXT NOT NULL,
  patient_number TEXT NOT NULL,
  encounter INTEGER NOT NULL REFERENCES encounter (number),
  merged INTEGER NOT NULL,
  PRIMARY KEY (hospital, patient_number, encounter, merged)
) STRICT, WITHOUT ROWID;
CREATE INDEX patient_mention_encounter ON patient_mention (encounter);

-- Encounters from before this table, whose facts are still to be read for it.
CREATE TABLE patient_mention_due (encounter INTEGER PRIMARY KEY) STRICT;
INSERT INTO patient_mention_due SELECT number FROM encounter;

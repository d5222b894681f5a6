-- Which encounters ever named a patient: the way to a patient's history. merged 1: named as one of several master numbers that
-- turned out to be one patient's.
CREATE TABLE patient_mention (
  hospital text NOT NULL,
  patient_number text NOT NULL,
  encounter bigint NOT NULL REFERENCES encounter (number),
  merged integer NOT NULL,
  PRIMARY KEY (hospital, patient_number, encounter, merged)
);
CREATE INDEX patient_mention_encounter ON patient_mention (encounter);

-- Encounters from before this table, whose facts are still to be read for it.
CREATE TABLE patient_mention_due (encounter bigint PRIMARY KEY);
INSERT INTO patient_mention_due SELECT number FROM encounter;

-- Appends units of several encounters with one statement for each table, where all of them can be: true. Where one cannot, nothing is
-- written: false; each is then to be appended alone (see append_one), which says why. Arrays of units, of their entries in the same
-- order, of the days that they charge, and of their rows in lists of work; p_awaits is null for a unit that says nothing of it.
CREATE OR REPLACE FUNCTION append_batch(
  p_encounters bigint[], p_after bigint[], p_last bigint[], p_previous bytea[], p_hashes bytea[],
  p_requests bytea[], p_request_hashes bytea[], p_answers bytea[], p_recorded bigint[], p_awaits boolean[],
  p_entry_encounters bigint[], p_sequences bigint[], p_kinds integer[], p_ids bytea[], p_revisions integer[], p_contents bytea[], p_bodies bytea[],
  p_day_encounters bigint[], p_days integer[],
  p_work_encounters bigint[], p_lists text[], p_wards text[], p_judged bigint[], p_checks text[], p_work_answers bytea[])
RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
  -- Scalar subqueries: each is one look into an index, however the planner guesses the tables' sizes.
  PERFORM FROM unnest(p_encounters, p_after, p_previous, p_requests) AS n (encounter, after, previous, request16)
  WHERE (SELECT u.request16 FROM append_unit u WHERE u.encounter = n.encounter AND u.request16 = n.request16) IS NOT NULL
     OR coalesce((SELECT u.last_sequence FROM append_unit u WHERE u.encounter = n.encounter ORDER BY u.last_sequence DESC LIMIT 1), 0) <> n.after
     OR coalesce((SELECT u.hash FROM append_unit u WHERE u.encounter = n.encounter ORDER BY u.last_sequence DESC LIMIT 1), ''::bytea) <> n.previous;
  IF FOUND THEN
    RETURN false;
  END IF;
  BEGIN
    INSERT INTO append_unit (encounter, first_sequence, last_sequence, request16, request_hash, answer, recorded_at, previous_hash, hash)
    SELECT n.encounter, n.after + 1, n.last, n.request16, n.request_hash, n.answer, n.recorded_at, n.previous, n.hash
    FROM unnest(p_encounters, p_after, p_last, p_requests, p_request_hashes, p_answers, p_recorded, p_previous, p_hashes)
      AS n (encounter, after, last, request16, request_hash, answer, recorded_at, previous, hash);
    INSERT INTO entry (encounter, sequence, kind, id16, revision, content16, body)
    SELECT n.encounter, n.sequence, n.kind, n.id16, n.revision, n.content16, n.body
    FROM unnest(p_entry_encounters, p_sequences, p_kinds, p_ids, p_revisions, p_contents, p_bodies)
      AS n (encounter, sequence, kind, id16, revision, content16, body);
    IF cardinality(p_days) > 0 THEN
      INSERT INTO charged_day SELECT n.day, n.encounter FROM unnest(p_days, p_day_encounters) AS n (day, encounter) ON CONFLICT DO NOTHING;
    END IF;
    IF true = ANY (p_awaits) THEN
      INSERT INTO awaiting_judgement
      SELECT n.encounter, n.recorded_at FROM unnest(p_encounters, p_recorded, p_awaits) AS n (encounter, recorded_at, awaits) WHERE n.awaits
      ON CONFLICT DO NOTHING;
    END IF;
    IF false = ANY (p_awaits) THEN
      DELETE FROM awaiting_judgement a
      USING unnest(p_encounters, p_awaits) AS n (encounter, awaits) WHERE a.encounter = n.encounter AND NOT n.awaits;
    END IF;
    IF cardinality(p_lists) > 0 THEN
      -- As in append_work; last, as others wait for it until this is committed.
      PERFORM pg_advisory_xact_lock(7230021);
      INSERT INTO work (encounter, hospital, list, ward, judged_at, check_id, answer)
      SELECT e.number, e.hospital, n.list, n.ward, n.judged_at, n.check_id, n.answer
      FROM unnest(p_work_encounters, p_lists, p_wards, p_judged, p_checks, p_work_answers)
        WITH ORDINALITY AS n (encounter, list, ward, judged_at, check_id, answer, position)
      JOIN encounter e ON e.number = n.encounter ORDER BY n.position;
    END IF;
  EXCEPTION WHEN unique_violation OR foreign_key_violation THEN
    RETURN false;
  END;
  RETURN true;
END $$;

-- Appends one unit and says how it ended: 0 appended, 1 another writer was first, 2 an id and revision is stored already,
-- 3 the request is stored already; with the encounter's head where it is known. The inner block is a savepoint: what fails
-- there undoes this unit alone, and the batch around it goes on.
CREATE FUNCTION append_one(
  p_encounter bigint, p_after bigint, p_previous bytea, p_hash bytea,
  p_request16 bytea, p_request_hash bytea, p_answer bytea, p_recorded_at bigint,
  p_kinds integer[], p_ids bytea[], p_revisions integer[], p_contents bytea[], p_bodies bytea[],
  p_aliases text[], p_days integer[], p_awaits boolean,
  p_late_doctors text[], p_late_departments text[], p_late_judged bigint[], p_late_checks text[], p_late_answers bytea[])
RETURNS TABLE (status integer, head_sequence bigint, head_hash bytea)
LANGUAGE plpgsql AS $$
DECLARE
  v_sequence bigint;
  v_hash bytea;
  v_last bigint := p_after + cardinality(p_kinds);
  v_constraint text;
BEGIN
  SELECT u.last_sequence, u.hash INTO v_sequence, v_hash
  FROM append_unit u WHERE u.encounter = p_encounter ORDER BY u.last_sequence DESC LIMIT 1;
  v_sequence := coalesce(v_sequence, 0);
  v_hash := coalesce(v_hash, ''::bytea);
  IF EXISTS (SELECT 1 FROM append_unit u WHERE u.encounter = p_encounter AND u.request16 = p_request16) THEN
    RETURN QUERY SELECT 3, v_sequence, v_hash;
    RETURN;
  END IF;
  IF v_sequence <> p_after OR v_hash <> p_previous THEN
    RETURN QUERY SELECT 1, v_sequence, v_hash;
    RETURN;
  END IF;
  BEGIN
    INSERT INTO append_unit VALUES (
      p_encounter, p_after + 1, v_last, p_request16, p_request_hash, p_answer, p_recorded_at, p_previous, p_hash);
    INSERT INTO entry
    SELECT p_encounter, p_after + n.position, n.kind, n.id16, n.revision, n.content16, n.body
    FROM unnest(p_kinds, p_ids, p_revisions, p_contents, p_bodies)
      WITH ORDINALITY AS n (kind, id16, revision, content16, body, position);
    PERFORM append_lists(
      p_encounter, p_recorded_at, p_aliases, p_days, p_awaits,
      p_late_doctors, p_late_departments, p_late_judged, p_late_checks, p_late_answers);
  EXCEPTION WHEN unique_violation THEN
    GET STACKED DIAGNOSTICS v_constraint = CONSTRAINT_NAME;
    IF v_constraint = 'entry_id' THEN
      RETURN QUERY SELECT 2, v_sequence, v_hash;
    ELSE
      -- A writer elsewhere committed after we looked: the keys decide.
      RETURN QUERY SELECT CASE v_constraint WHEN 'append_unit_request' THEN 3 ELSE 1 END, NULL::bigint, NULL::bytea;
    END IF;
    RETURN;
  WHEN foreign_key_violation THEN
    RETURN QUERY SELECT 4, NULL::bigint, NULL::bytea;
    RETURN;
  END;
  RETURN QUERY SELECT 0, v_last, p_hash;
END $$;

CREATE FUNCTION append_lists(
  p_encounter bigint, p_recorded_at bigint, p_aliases text[], p_days integer[], p_awaits boolean,
  p_late_doctors text[], p_late_departments text[], p_late_judged bigint[], p_late_checks text[], p_late_answers bytea[])
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(p_aliases) > 0 THEN
    INSERT INTO alias (hospital, mdtrt_id, encounter, since)
    SELECT e.hospital, a, e.number, p_recorded_at FROM encounter e, unnest(p_aliases) AS a WHERE e.number = p_encounter;
  END IF;
  IF cardinality(p_days) > 0 THEN
    INSERT INTO charged_day SELECT d, p_encounter FROM unnest(p_days) AS d ON CONFLICT DO NOTHING;
  END IF;
  IF p_awaits THEN
    INSERT INTO awaiting_judgement VALUES (p_encounter, p_recorded_at) ON CONFLICT DO NOTHING;
  ELSIF NOT p_awaits THEN
    DELETE FROM awaiting_judgement WHERE encounter = p_encounter;
  END IF;
  IF cardinality(p_late_doctors) > 0 THEN
    -- Numbers are drawn before the commit: without this lock a reader's cursor could pass a row that commits after it.
    PERFORM pg_advisory_xact_lock(7230021);
    INSERT INTO late (encounter, hospital, doctor, department, judged_at, check_id, answer)
    SELECT e.number, e.hospital, n.doctor, n.department, n.judged_at, n.check_id, n.answer
    FROM encounter e, unnest(p_late_doctors, p_late_departments, p_late_judged, p_late_checks, p_late_answers)
      WITH ORDINALITY AS n (doctor, department, judged_at, check_id, answer, position)
    WHERE e.number = p_encounter ORDER BY n.position;
  END IF;
END $$;

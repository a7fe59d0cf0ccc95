-- The policy of src/bench/packs/retake, from tables in Parquet to decisions in Parquet.
COPY (
  WITH people AS (
    SELECT candidate_id, coalesce(zone, 'UTC') AS home,
      (TIMESTAMPTZ '2026-11-23 08:00:00+00' AT TIME ZONE coalesce(zone, 'UTC'))::DATE AS today
    FROM 'FOLDER/candidates.parquet'
  ),
  sat AS (
    SELECT candidate_id, id, exam, outcome, today, started_at, coalesce(zone, home) AS zone,
      (started_at AT TIME ZONE coalesce(zone, home))::DATE AS day,
      started_at = max(started_at) OVER (PARTITION BY candidate_id, exam) AS last
    FROM 'FOLDER/attempts.parquet' JOIN people USING (candidate_id)
  ),
  earned AS (
    SELECT candidate_id, id, certification, earned_on AS day, today, coalesce(zone, home) AS zone,
      earned_on + INTERVAL 3 YEAR AS over
    FROM 'FOLDER/certifications.parquet' JOIN people USING (candidate_id)
  ),
  decisions AS (
    SELECT candidate_id, CASE outcome WHEN 'pass' THEN 'passed' ELSE 'failed' END AS code,
      'attempt' AS subject_kind, id AS subject_id, day::TIMESTAMP AT TIME ZONE zone AS "from",
      NULL::TIMESTAMPTZ AS until, 'RESULT' AS clause,
      CASE outcome WHEN 'pass' THEN 'an attempt was passed' ELSE 'an attempt was failed' END AS rule,
      exam || CASE outcome WHEN 'pass' THEN ' was passed on ' ELSE ' was failed on ' END
        || strftime(day, '%-d %B %Y') || '.' AS reason, [id] AS evidence
    FROM sat
    UNION ALL
    SELECT candidate_id, 'retake-blocked', 'exam', exam, day::TIMESTAMP AT TIME ZONE zone,
      (day + 14)::TIMESTAMP AT TIME ZONE zone, 'RETAKE',
      'the last attempt was failed, and the wait is not over',
      exam || ' was failed on ' || strftime(day, '%-d %B %Y') || '.', [id]
    FROM sat WHERE outcome = 'fail' AND last AND day + 14 > today
    UNION ALL
    SELECT candidate_id, 'retake-eligible', 'exam', exam,
      (day + 14)::TIMESTAMP AT TIME ZONE zone, NULL, 'RETAKE',
      'the last attempt was failed, and the wait is over',
      exam || ' was failed on ' || strftime(day, '%-d %B %Y') || '.', [id]
    FROM sat WHERE outcome = 'fail' AND last AND day + 14 <= today
    UNION ALL
    SELECT candidate_id, 'active', 'certification', certification,
      day::TIMESTAMP AT TIME ZONE zone, over AT TIME ZONE zone, 'VALIDITY',
      'a certification is valid',
      certification || ' was earned on ' || strftime(day, '%-d %B %Y') || '.', [id]
    FROM earned WHERE over > today
    UNION ALL
    SELECT candidate_id, 'expired', 'certification', certification,
      over AT TIME ZONE zone, NULL, 'VALIDITY', 'a certification is not valid any more',
      certification || ' was earned on ' || strftime(day, '%-d %B %Y') || '.', [id]
    FROM earned WHERE over <= today
  )
  SELECT * FROM decisions ORDER BY candidate_id, subject_kind, subject_id, code, clause
) TO 'FOLDER/../sql.parquet' (FORMAT parquet, COMPRESSION zstd);

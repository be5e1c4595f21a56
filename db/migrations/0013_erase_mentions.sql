DROP FUNCTION erase_audit_mentions(text, text);
--> statement-breakpoint
-- What entries about others say of somebody is blanked, value by value: an address of theirs wherever it stands as a
-- whole, a name of theirs only in entries about what was theirs. So nobody can take another person's name and have it
-- taken out of the log of others. The one other way, beside erase_audit_details, in which anything leaves this table.
CREATE FUNCTION erase_audit_mentions(emails text[], names text[], theirs text[]) RETURNS integer LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  WITH mail AS (
    SELECT '(^|[^a-z0-9._%+-])' || regexp_replace(lower(one), '([^[:alnum:]@])', '\\\1', 'g') || '($|[^a-z0-9-])' AS pattern
    FROM unnest(emails) AS one WHERE position('@' IN one) > 1
  ), said AS (
    SELECT d.id, field.key, part.place,
      EXISTS (SELECT FROM mail WHERE lower(part.value #>> '{}') ~ mail.pattern)
        OR (l.object_id = ANY (theirs) AND lower(part.value #>> '{}') = ANY (SELECT lower(one) FROM unnest(names) AS one)) AS gone,
      part.value
    FROM public.audit_details d
    JOIN public.audit_log l ON l.id = d.audit_id
    CROSS JOIN jsonb_each(d.changes) AS field
    CROSS JOIN jsonb_array_elements(field.value) WITH ORDINALITY AS part(value, place)
    WHERE d.changes IS NOT NULL
  ), mentions AS (
    SELECT id, jsonb_object_agg(key, after) AS changes FROM (
      SELECT id, key, jsonb_agg(CASE WHEN gone THEN 'null'::jsonb ELSE value END ORDER BY place) AS after
      FROM said WHERE id IN (SELECT id FROM said WHERE gone) GROUP BY id, key
    ) AS fields GROUP BY id
  ), blanked AS (
    UPDATE public.audit_details d SET changes = mentions.changes FROM mentions WHERE mentions.id = d.id RETURNING 1
  )
  SELECT count(*)::integer FROM blanked
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION erase_audit_mentions(text[], text[], text[]) FROM PUBLIC;

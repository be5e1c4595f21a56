-- What entries about others say of somebody is blanked, value by value: an address of theirs where it is the whole value,
-- a name of theirs where it is the whole name in an entry about what was theirs. An address within a longer one is
-- somebody else's, and a reason is its author's, whatever name somebody takes before they go.
CREATE OR REPLACE FUNCTION erase_audit_mentions(emails text[], names text[], theirs text[]) RETURNS integer LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  WITH said AS (
    SELECT d.id, field.key, part.place, part.value,
      lower(part.value #>> '{}') = ANY (ARRAY(SELECT lower(one) FROM unnest(emails) AS one))
        OR (field.key = 'name' AND l.object_id = ANY (theirs)
          AND lower(part.value #>> '{}') = ANY (ARRAY(SELECT lower(one) FROM unnest(names) AS one))) AS gone
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
-- To whom a ticket was offered stands with the offer, for as long as that is kept.
DELETE FROM audit_details d USING audit_log l
WHERE l.id = d.audit_id AND l.action = 'ticket.offered' AND d.changes IS NOT NULL;

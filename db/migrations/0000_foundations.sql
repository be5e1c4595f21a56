-- Extensions. All four are "trusted": whoever may create in the database may install them.
CREATE EXTENSION IF NOT EXISTS citext;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
-- The application's time. The wall clock, plus the offset that only a sandbox has. PL/pgSQL, because the body names a
-- table that the next migration makes.
CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  RETURN clock_timestamp() + coalesce((SELECT "offset" FROM sandbox_clock), interval '0');
END
$$;
--> statement-breakpoint
-- How text is compared in a search: without accents, without case. Declared immutable because the dictionary is named
-- and shipped with PostgreSQL, so that an index can be built on it.
CREATE FUNCTION search_text(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN lower(unaccent('unaccent'::regdictionary, value));

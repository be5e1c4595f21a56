ALTER TYPE "public"."delivery_kind" ADD VALUE 'erase_account' BEFORE 'account_known';--> statement-breakpoint
ALTER TYPE "public"."account_request_kind" ADD VALUE 'erase_account';--> statement-breakpoint
ALTER TABLE "bookings" DROP CONSTRAINT "bookings_confirmed_by_users_id_fk";
--> statement-breakpoint
CREATE INDEX "bookings_given_back" ON "bookings" USING btree ("ended_at") WHERE "bookings"."status" in ('released', 'expired');--> statement-breakpoint
CREATE INDEX "audit_details_values" ON "audit_details" USING btree ("id") WHERE "audit_details"."changes" is not null;--> statement-breakpoint
CREATE INDEX "deliveries_written" ON "deliveries" USING btree ("created_at") WHERE "deliveries"."html" is not null;--> statement-breakpoint
CREATE INDEX "deliveries_letters" ON "deliveries" USING btree ("created_at") WHERE "deliveries"."booking_id" is null;--> statement-breakpoint
CREATE INDEX "stripe_events_age" ON "stripe_events" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "stripe_events_object" ON "stripe_events" USING btree ("object_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
-- What entries about others say of somebody: their address, or their name as a whole. The one other way, beside
-- erase_audit_details, in which anything leaves this table.
CREATE FUNCTION erase_audit_mentions(email text, name text) RETURNS integer LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  WITH gone AS (
    DELETE FROM public.audit_details d
    WHERE d.changes IS NOT NULL AND position('@' IN email) > 1 AND EXISTS (
      SELECT FROM jsonb_each(d.changes) AS field, jsonb_array_elements_text(field.value) AS said
      WHERE lower(said) = lower(name) OR position(lower(email) IN lower(said)) > 0)
    RETURNING 1)
  SELECT count(*)::integer FROM gone
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION erase_audit_mentions(text, text) FROM PUBLIC;

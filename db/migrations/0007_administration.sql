ALTER TYPE "public"."refund_reason" ADD VALUE 'sale_stopped';--> statement-breakpoint
ALTER TYPE "public"."refund_reason" ADD VALUE 'quarantined';--> statement-breakpoint
ALTER TYPE "public"."refund_reason" ADD VALUE 'excess';--> statement-breakpoint
CREATE INDEX "events_taken_down" ON "events" USING btree ("taken_down_at") WHERE "events"."taken_down_at" is not null;--> statement-breakpoint
CREATE INDEX "deliveries_failed" ON "deliveries" USING btree ("created_at") WHERE "deliveries"."status" = 'failed';--> statement-breakpoint
CREATE INDEX "organizers_suspended" ON "organizers" USING btree ("id") WHERE "organizers"."suspended_at" is not null;--> statement-breakpoint
CREATE INDEX "organizers_search" ON "organizers" USING gin (search_text("name") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "payments_quarantined" ON "payments" USING btree ("created_at") WHERE "payments"."outcome" = 'quarantined';--> statement-breakpoint
CREATE INDEX "users_search" ON "users" USING gin (search_text("name" || ' ' || "email"::text) gin_trgm_ops);
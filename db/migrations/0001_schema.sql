CREATE TYPE "public"."booking_status" AS ENUM('held', 'paying', 'awaiting_payment', 'confirmed', 'released', 'expired', 'refunded', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."payments_mode" AS ENUM('sandbox', 'test', 'live');--> statement-breakpoint
CREATE TYPE "public"."ticket_status" AS ENUM('valid', 'used', 'blocked', 'void');--> statement-breakpoint
CREATE TYPE "public"."event_status" AS ENUM('draft', 'published', 'postponed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."audit_actor" AS ENUM('user', 'guest', 'system', 'stripe');--> statement-breakpoint
CREATE TYPE "public"."delivery_kind" AS ENUM('booking_confirmed', 'booking_refunded');--> statement-breakpoint
CREATE TYPE "public"."delivery_status" AS ENUM('pending', 'sent', 'failed');--> statement-breakpoint
CREATE TYPE "public"."member_role" AS ENUM('owner', 'manager', 'box_office', 'door');--> statement-breakpoint
CREATE TYPE "public"."payment_outcome" AS ENUM('fulfilled', 'refunding', 'quarantined');--> statement-breakpoint
CREATE TYPE "public"."payment_status" AS ENUM('creating', 'requires_payment_method', 'requires_confirmation', 'requires_action', 'processing', 'succeeded', 'canceled');--> statement-breakpoint
CREATE TYPE "public"."refund_reason" AS ENUM('late_payment', 'duplicate', 'made_in_stripe');--> statement-breakpoint
CREATE TYPE "public"."refund_status" AS ENUM('creating', 'pending', 'requires_action', 'succeeded', 'failed', 'canceled');--> statement-breakpoint
CREATE TYPE "public"."user_role" AS ENUM('attendee', 'admin');--> statement-breakpoint
CREATE TABLE "booking_items" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"booking_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"ticket_type_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price" bigint NOT NULL,
	"unit_fee" bigint NOT NULL,
	"ticket_prices" jsonb NOT NULL,
	"attendees" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "booking_items_one_line_a_type" UNIQUE("booking_id","ticket_type_id"),
	CONSTRAINT "booking_items_of_booking" UNIQUE("id","booking_id"),
	CONSTRAINT "booking_items_quantity" CHECK ("booking_items"."quantity" between 1 and 100),
	CONSTRAINT "booking_items_a_price_a_ticket" CHECK (jsonb_array_length("booking_items"."ticket_prices") = "booking_items"."quantity"),
	CONSTRAINT "booking_items_price" CHECK ("booking_items"."unit_price" >= 0 and "booking_items"."unit_fee" >= 0)
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"reference" text NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"organizer_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"user_id" uuid,
	"status" "booking_status" DEFAULT 'held' NOT NULL,
	"payments_mode" "payments_mode" NOT NULL,
	"locale" text NOT NULL,
	"currency" text NOT NULL,
	"subtotal" bigint NOT NULL,
	"discount" bigint DEFAULT 0 NOT NULL,
	"fee" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"total" bigint NOT NULL,
	"promo_code_id" uuid,
	"buyer_name" text,
	"buyer_email" "citext",
	"buyer_email_normalised" text,
	"terms_accepted_at" timestamp with time zone,
	"marketing_consent_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"extended_at" timestamp with time zone,
	"payment_started_at" timestamp with time zone,
	"attempt" integer DEFAULT 1 NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"confirmed_at" timestamp with time zone,
	"confirmed_by" uuid,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "bookings_reference_unique" UNIQUE("reference"),
	CONSTRAINT "bookings_of_event" UNIQUE("id","event_id"),
	CONSTRAINT "bookings_reference" CHECK ("bookings"."reference" ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
	CONSTRAINT "bookings_adds_up" CHECK ("bookings"."total" = "bookings"."subtotal" - "bookings"."discount" + "bookings"."fee"),
	CONSTRAINT "bookings_amounts" CHECK ("bookings"."subtotal" >= 0 and "bookings"."discount" between 0 and "bookings"."subtotal" and "bookings"."fee" >= 0 and "bookings"."tax" between 0 and "bookings"."total"),
	CONSTRAINT "bookings_confirmed_has_buyer" CHECK ("bookings"."status" <> 'confirmed' or ("bookings"."confirmed_at" is not null and "bookings"."buyer_email" is not null and "bookings"."buyer_name" is not null))
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"booking_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"ticket_type_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"status" "ticket_status" DEFAULT 'valid' NOT NULL,
	"attendee_name" text NOT NULL,
	"attendee_email" "citext",
	"price" bigint NOT NULL,
	"discount" bigint NOT NULL,
	"fee" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "tickets_code_unique" UNIQUE("code"),
	CONSTRAINT "tickets_position" UNIQUE("item_id","position"),
	CONSTRAINT "tickets_code" CHECK ("tickets"."code" ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
	CONSTRAINT "tickets_amounts" CHECK ("tickets"."price" >= 0 and "tickets"."discount" between 0 and "tickets"."price" and "tickets"."fee" >= 0 and "tickets"."tax" between 0 and "tickets"."price" - "tickets"."discount" + "tickets"."fee")
);
--> statement-breakpoint
CREATE TABLE "capacity_pools" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"event_id" uuid NOT NULL,
	"name" text NOT NULL,
	"capacity" integer NOT NULL,
	"held" integer DEFAULT 0 NOT NULL,
	"sold" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "capacity_pools_of_event" UNIQUE("id","event_id"),
	CONSTRAINT "capacity_pools_held" CHECK ("capacity_pools"."held" >= 0),
	CONSTRAINT "capacity_pools_sold" CHECK ("capacity_pools"."sold" >= 0),
	CONSTRAINT "capacity_pools_never_too_many" CHECK ("capacity_pools"."held" + "capacity_pools"."sold" <= "capacity_pools"."capacity")
);
--> statement-breakpoint
CREATE TABLE "categories" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"names" jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "categories_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"organizer_id" uuid NOT NULL,
	"venue_id" uuid,
	"category_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"description" text NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"status" "event_status" DEFAULT 'draft' NOT NULL,
	"online" boolean DEFAULT false NOT NULL,
	"online_url" text,
	"doors_at" timestamp with time zone,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"timezone" text NOT NULL,
	"currency" text NOT NULL,
	"tax_rate" integer DEFAULT 0 NOT NULL,
	"age_note" text,
	"access_note" text,
	"refund_policy" text NOT NULL,
	"programme" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"max_per_buyer" integer,
	"status_reason" text,
	"revision" integer DEFAULT 0 NOT NULL,
	"published_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "events_slug_unique" UNIQUE("slug"),
	CONSTRAINT "events_of_organizer" UNIQUE("id","organizer_id"),
	CONSTRAINT "events_end_after_start" CHECK ("events"."ends_at" > "events"."starts_at"),
	CONSTRAINT "events_doors_before_start" CHECK ("events"."doors_at" is null or "events"."doors_at" <= "events"."starts_at"),
	CONSTRAINT "events_somewhere" CHECK ("events"."online" or "events"."venue_id" is not null),
	CONSTRAINT "events_tax_rate" CHECK ("events"."tax_rate" between 0 and 10000),
	CONSTRAINT "events_currency_iso" CHECK ("events"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "events_max_per_buyer" CHECK ("events"."max_per_buyer" is null or "events"."max_per_buyer" > 0),
	CONSTRAINT "events_published_at" CHECK ("events"."status" = 'draft' or "events"."published_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "promo_code_ticket_types" (
	"promo_code_id" uuid NOT NULL,
	"ticket_type_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	CONSTRAINT "promo_code_ticket_types_promo_code_id_ticket_type_id_pk" PRIMARY KEY("promo_code_id","ticket_type_id")
);
--> statement-breakpoint
CREATE TABLE "promo_codes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"event_id" uuid NOT NULL,
	"code" "citext" NOT NULL,
	"percent_off" integer,
	"amount_off" bigint,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"usage_limit" integer,
	"reserved" integer DEFAULT 0 NOT NULL,
	"used" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "promo_codes_code" UNIQUE("event_id","code"),
	CONSTRAINT "promo_codes_of_event" UNIQUE("id","event_id"),
	CONSTRAINT "promo_codes_one_kind" CHECK (("promo_codes"."percent_off" is null) <> ("promo_codes"."amount_off" is null) and coalesce("promo_codes"."percent_off", 1) between 1 and 10000 and coalesce("promo_codes"."amount_off", 1) > 0),
	CONSTRAINT "promo_codes_counters" CHECK ("promo_codes"."reserved" >= 0 and "promo_codes"."used" >= 0),
	CONSTRAINT "promo_codes_never_too_often" CHECK ("promo_codes"."usage_limit" is null or "promo_codes"."reserved" + "promo_codes"."used" <= "promo_codes"."usage_limit")
);
--> statement-breakpoint
CREATE TABLE "ticket_type_pools" (
	"ticket_type_id" uuid NOT NULL,
	"pool_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	CONSTRAINT "ticket_type_pools_ticket_type_id_pool_id_pk" PRIMARY KEY("ticket_type_id","pool_id")
);
--> statement-breakpoint
CREATE TABLE "ticket_types" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"event_id" uuid NOT NULL,
	"name" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"price" bigint NOT NULL,
	"fee" bigint DEFAULT 0 NOT NULL,
	"sales_start_at" timestamp with time zone,
	"sales_end_at" timestamp with time zone,
	"min_per_booking" integer DEFAULT 1 NOT NULL,
	"max_per_booking" integer DEFAULT 10 NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "ticket_types_of_event" UNIQUE("id","event_id"),
	CONSTRAINT "ticket_types_price" CHECK ("ticket_types"."price" >= 0 and "ticket_types"."fee" >= 0),
	CONSTRAINT "ticket_types_free_has_no_fee" CHECK ("ticket_types"."price" > 0 or "ticket_types"."fee" = 0),
	CONSTRAINT "ticket_types_limits" CHECK ("ticket_types"."min_per_booking" >= 1 and "ticket_types"."max_per_booking" between "ticket_types"."min_per_booking" and 100),
	CONSTRAINT "ticket_types_window" CHECK ("ticket_types"."sales_start_at" is null or "ticket_types"."sales_end_at" is null or "ticket_types"."sales_end_at" > "ticket_types"."sales_start_at")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"actor" "audit_actor" NOT NULL,
	"actor_user_id" uuid,
	"organizer_id" uuid,
	"action" text NOT NULL,
	"object_type" text NOT NULL,
	"object_id" text NOT NULL,
	"changes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" "delivery_kind" NOT NULL,
	"booking_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"recipient" "citext" NOT NULL,
	"locale" text NOT NULL,
	"status" "delivery_status" DEFAULT 'pending' NOT NULL,
	"subject" text,
	"html" text,
	"text" text,
	"batch_id" uuid,
	"with_attachments" boolean,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"provider_id" text,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "deliveries_once" UNIQUE("booking_id","kind","revision","recipient"),
	CONSTRAINT "deliveries_sent" CHECK (("deliveries"."status" = 'sent') = ("deliveries"."sent_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "sandbox_clock" (
	"id" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"offset" interval DEFAULT '0' NOT NULL,
	"seeded_at" timestamp with time zone,
	CONSTRAINT "sandbox_clock_one_row" CHECK ("sandbox_clock"."id")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"organizer_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" "member_role" NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "members_organizer_id_user_id_pk" PRIMARY KEY("organizer_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "organizers" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"email" "citext" NOT NULL,
	"country" text NOT NULL,
	"verified_at" timestamp with time zone,
	"suspended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "organizers_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "venues" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"organizer_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"city" text NOT NULL,
	"country" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"timezone" text NOT NULL,
	"capacity" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "venues_slug_unique" UNIQUE("slug"),
	CONSTRAINT "venues_of_organizer" UNIQUE("id","organizer_id"),
	CONSTRAINT "venues_on_earth" CHECK ("venues"."latitude" between -90 and 90 and "venues"."longitude" between -180 and 180),
	CONSTRAINT "venues_capacity_positive" CHECK ("venues"."capacity" > 0)
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"booking_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"stripe_payment_intent_id" text,
	"payments_mode" "payments_mode" NOT NULL,
	"status" "payment_status" DEFAULT 'creating' NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"captured" bigint DEFAULT 0 NOT NULL,
	"refunded" bigint DEFAULT 0 NOT NULL,
	"outcome" "payment_outcome",
	"quarantine_reason" text,
	"last_error_code" text,
	"last_error_message" text,
	"succeeded_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "payments_stripePaymentIntentId_unique" UNIQUE("stripe_payment_intent_id"),
	CONSTRAINT "payments_attempt" UNIQUE("booking_id","attempt"),
	CONSTRAINT "payments_amount" CHECK ("payments"."amount" > 0 and "payments"."captured" >= 0),
	CONSTRAINT "payments_refunds_never_exceed" CHECK ("payments"."refunded" between 0 and "payments"."captured"),
	CONSTRAINT "payments_outcome" CHECK (("payments"."outcome" is not null) = ("payments"."status" = 'succeeded')),
	CONSTRAINT "payments_quarantine_has_reason" CHECK ("payments"."outcome" is distinct from 'quarantined' or "payments"."quarantine_reason" is not null),
	CONSTRAINT "payments_has_intent" CHECK ("payments"."status" in ('creating', 'canceled') or "payments"."stripe_payment_intent_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"payment_id" uuid NOT NULL,
	"stripe_refund_id" text,
	"status" "refund_status" DEFAULT 'creating' NOT NULL,
	"reason" "refund_reason" NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"failure_reason" text,
	"checked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "refunds_stripeRefundId_unique" UNIQUE("stripe_refund_id"),
	CONSTRAINT "refunds_amount" CHECK ("refunds"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "stripe_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"livemode" boolean NOT NULL,
	"object_id" text NOT NULL,
	"payload" jsonb NOT NULL,
	"received_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"processed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" "citext" NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"role" "user_role" DEFAULT 'attendee' NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"email_verified_at" timestamp with time zone,
	"suspended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "users_email_has_at" CHECK (position('@' in "users"."email") > 1),
	CONSTRAINT "users_name_not_blank" CHECK (length(btrim("users"."name")) > 0)
);
--> statement-breakpoint
ALTER TABLE "booking_items" ADD CONSTRAINT "booking_items_booking" FOREIGN KEY ("booking_id","event_id") REFERENCES "public"."bookings"("id","event_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_items" ADD CONSTRAINT "booking_items_type_of_event" FOREIGN KEY ("ticket_type_id","event_id") REFERENCES "public"."ticket_types"("id","event_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_confirmed_by_users_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_event_of_organizer" FOREIGN KEY ("event_id","organizer_id") REFERENCES "public"."events"("id","organizer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_promo_code_of_event" FOREIGN KEY ("promo_code_id","event_id") REFERENCES "public"."promo_codes"("id","event_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_item_of_booking" FOREIGN KEY ("item_id","booking_id") REFERENCES "public"."booking_items"("id","booking_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_type_of_event" FOREIGN KEY ("ticket_type_id","event_id") REFERENCES "public"."ticket_types"("id","event_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capacity_pools" ADD CONSTRAINT "capacity_pools_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_venue_of_organizer" FOREIGN KEY ("venue_id","organizer_id") REFERENCES "public"."venues"("id","organizer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promo_code_ticket_types" ADD CONSTRAINT "promo_code_ticket_types_code" FOREIGN KEY ("promo_code_id","event_id") REFERENCES "public"."promo_codes"("id","event_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promo_code_ticket_types" ADD CONSTRAINT "promo_code_ticket_types_type" FOREIGN KEY ("ticket_type_id","event_id") REFERENCES "public"."ticket_types"("id","event_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promo_codes" ADD CONSTRAINT "promo_codes_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_type_pools" ADD CONSTRAINT "ticket_type_pools_type" FOREIGN KEY ("ticket_type_id","event_id") REFERENCES "public"."ticket_types"("id","event_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_type_pools" ADD CONSTRAINT "ticket_type_pools_pool_of_event" FOREIGN KEY ("pool_id","event_id") REFERENCES "public"."capacity_pools"("id","event_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_types" ADD CONSTRAINT "ticket_types_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "venues" ADD CONSTRAINT "venues_organizer_id_organizers_id_fk" FOREIGN KEY ("organizer_id") REFERENCES "public"."organizers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "booking_items_type" ON "booking_items" USING btree ("ticket_type_id");--> statement-breakpoint
CREATE INDEX "bookings_event" ON "bookings" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE INDEX "bookings_organizer" ON "bookings" USING btree ("organizer_id","created_at");--> statement-breakpoint
CREATE INDEX "bookings_user" ON "bookings" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "bookings_promo_code" ON "bookings" USING btree ("promo_code_id") WHERE "bookings"."promo_code_id" is not null;--> statement-breakpoint
CREATE INDEX "bookings_buyer" ON "bookings" USING btree ("event_id","buyer_email_normalised");--> statement-breakpoint
CREATE INDEX "bookings_due" ON "bookings" USING btree ("expires_at") WHERE "bookings"."status" in ('held', 'paying', 'awaiting_payment');--> statement-breakpoint
CREATE INDEX "tickets_booking" ON "tickets" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "tickets_event" ON "tickets" USING btree ("event_id","status");--> statement-breakpoint
CREATE INDEX "tickets_type" ON "tickets" USING btree ("ticket_type_id");--> statement-breakpoint
CREATE INDEX "capacity_pools_event" ON "capacity_pools" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "events_by_start" ON "events" USING btree ("starts_at","id");--> statement-breakpoint
CREATE INDEX "events_organizer" ON "events" USING btree ("organizer_id","starts_at");--> statement-breakpoint
CREATE INDEX "events_venue" ON "events" USING btree ("venue_id");--> statement-breakpoint
CREATE INDEX "events_category" ON "events" USING btree ("category_id","starts_at");--> statement-breakpoint
CREATE INDEX "events_search" ON "events" USING gin (search_text("title" || ' ' || "summary") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "ticket_type_pools_event" ON "ticket_type_pools" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "ticket_type_pools_pool" ON "ticket_type_pools" USING btree ("pool_id");--> statement-breakpoint
CREATE INDEX "ticket_types_event" ON "ticket_types" USING btree ("event_id","position");--> statement-breakpoint
CREATE INDEX "audit_log_object" ON "audit_log" USING btree ("object_type","object_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_organizer" ON "audit_log" USING btree ("organizer_id","id");--> statement-breakpoint
CREATE INDEX "deliveries_pending" ON "deliveries" USING btree ("created_at") WHERE "deliveries"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "deliveries_batch" ON "deliveries" USING btree ("batch_id") WHERE "deliveries"."batch_id" is not null;--> statement-breakpoint
CREATE INDEX "rate_limits_expire" ON "rate_limits" USING btree ("expire");--> statement-breakpoint
CREATE INDEX "members_user" ON "members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "venues_place" ON "venues" USING btree ("country","city");--> statement-breakpoint
CREATE INDEX "payments_open" ON "payments" USING btree ("created_at") WHERE "payments"."status" not in ('succeeded', 'canceled');--> statement-breakpoint
CREATE INDEX "refunds_payment" ON "refunds" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "refunds_open" ON "refunds" USING btree ("created_at") WHERE "refunds"."status" in ('creating', 'pending', 'requires_action');--> statement-breakpoint
CREATE INDEX "stripe_events_unprocessed" ON "stripe_events" USING btree ("received_at") WHERE "stripe_events"."processed_at" is null;--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");
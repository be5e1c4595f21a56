ALTER TABLE "media" ADD COLUMN "original_id" uuid;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_original_id_media_id_fk" FOREIGN KEY ("original_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "media_sizes" ON "media" USING btree ("original_id","width");
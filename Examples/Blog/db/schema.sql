-- The schema after the last migration. Written by `db migrate`; do not edit.

CREATE TABLE "comments" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "post_id" INTEGER NOT NULL REFERENCES "posts" ("id") ON DELETE CASCADE,
  "author" VARCHAR(60) NOT NULL CHECK (length("author") <= 60),
  "body" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL
);

CREATE INDEX "index_comments_on_post_id" ON "comments" ("post_id");

CREATE TABLE "posts" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "title" VARCHAR(120) NOT NULL CHECK (length("title") <= 120),
  "author" VARCHAR(60) NOT NULL CHECK (length("author") <= 60),
  "summary" VARCHAR(240) CHECK (length("summary") <= 240),
  "body" TEXT NOT NULL,
  "published" BOOLEAN NOT NULL DEFAULT 0,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL
);

CREATE INDEX "index_posts_on_published_and_created_at" ON "posts" ("published", "created_at");

CREATE TABLE "schema_migrations" (
  "version" INTEGER PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "applied_at" TEXT NOT NULL
);

-- 20260426120000 CreatePosts
-- 20260426120500 CreateComments

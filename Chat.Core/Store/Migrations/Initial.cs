using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chat.Core.Store.Migrations;

/// <summary>The first schema. Written by hand in SQL: what stands here is what a database administrator reads.</summary>
[DbContext(typeof(ChatDb))]
[Migration("20261121000000_Initial")]
public sealed class Initial : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql(
            """
            CREATE TABLE store_identity (
                id smallint NOT NULL CONSTRAINT store_identity_pkey PRIMARY KEY,
                epoch text NOT NULL,
                CONSTRAINT store_identity_single CHECK (id = 1));
            INSERT INTO store_identity VALUES (1, replace(gen_random_uuid()::text, '-', ''));

            CREATE TABLE users (
                id uuid NOT NULL CONSTRAINT users_pkey PRIMARY KEY,
                username text NOT NULL,
                username_key text NOT NULL,
                display_name text NOT NULL,
                password_hash text,
                created_at timestamp with time zone NOT NULL);
            CREATE UNIQUE INDEX users_username_key ON users (username_key);

            CREATE TABLE sessions (
                id uuid NOT NULL CONSTRAINT sessions_pkey PRIMARY KEY,
                user_id uuid NOT NULL CONSTRAINT sessions_user_fkey REFERENCES users (id) ON DELETE CASCADE,
                device text,
                generation integer NOT NULL,
                rotated_at timestamp with time zone NOT NULL,
                created_at timestamp with time zone NOT NULL,
                expires_at timestamp with time zone NOT NULL,
                ended_at timestamp with time zone);
            CREATE INDEX sessions_user ON sessions (user_id);

            -- The head moves with every append: room on each page lets the update stay on it and touch no index.
            CREATE TABLE rooms (
                id uuid NOT NULL CONSTRAINT rooms_pkey PRIMARY KEY,
                code text NOT NULL,
                code_key text NOT NULL,
                name text NOT NULL,
                partition smallint NOT NULL,
                head_seq bigint NOT NULL,
                member_count integer NOT NULL,
                created_at timestamp with time zone NOT NULL) WITH (fillfactor = 70);
            CREATE UNIQUE INDEX rooms_code_key ON rooms (code_key);

            CREATE TABLE room_members (
                room_id uuid NOT NULL CONSTRAINT room_members_room_fkey REFERENCES rooms (id) ON DELETE CASCADE,
                user_id uuid NOT NULL CONSTRAINT room_members_user_fkey REFERENCES users (id) ON DELETE CASCADE,
                role text NOT NULL,
                joined_at timestamp with time zone NOT NULL,
                CONSTRAINT room_members_pkey PRIMARY KEY (room_id, user_id));
            CREATE INDEX room_members_user ON room_members (user_id, room_id);

            CREATE TABLE room_quotas (
                user_id uuid NOT NULL CONSTRAINT room_quotas_pkey PRIMARY KEY
                    CONSTRAINT room_quotas_user_fkey REFERENCES users (id) ON DELETE CASCADE,
                day date NOT NULL,
                made integer NOT NULL);

            CREATE TABLE messages (
                room_id uuid NOT NULL,
                seq bigint NOT NULL,
                id uuid NOT NULL,
                author_id uuid,
                author_name text NOT NULL,
                content text NOT NULL,
                at timestamp with time zone NOT NULL,
                CONSTRAINT messages_pkey PRIMARY KEY (room_id, seq));
            CREATE UNIQUE INDEX messages_id ON messages (id);

            CREATE TABLE facts (
                room_id uuid NOT NULL,
                seq bigint NOT NULL,
                kind text NOT NULL,
                at timestamp with time zone NOT NULL,
                subject_id uuid,
                data text NOT NULL,
                CONSTRAINT facts_pkey PRIMARY KEY (room_id, seq));

            -- Rows live for milliseconds: vacuum by count, not by share of the table.
            CREATE TABLE outbox (
                id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT outbox_pkey PRIMARY KEY,
                partition smallint NOT NULL,
                room_id uuid NOT NULL,
                seq bigint NOT NULL) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);

            CREATE TABLE relay_instances (
                id uuid NOT NULL CONSTRAINT relay_instances_pkey PRIMARY KEY,
                seen_at timestamp with time zone NOT NULL);

            CREATE TABLE partition_leases (
                partition smallint NOT NULL CONSTRAINT partition_leases_pkey PRIMARY KEY,
                owner uuid,
                fence bigint NOT NULL,
                expires_at timestamp with time zone NOT NULL);
            INSERT INTO partition_leases (partition, fence, expires_at) SELECT partition, 0, '-infinity' FROM generate_series(0, 63) AS partition;
            """);
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql(
            """
            DROP TABLE partition_leases, relay_instances, outbox, facts, messages, room_quotas, room_members, rooms, sessions, users, store_identity;
            """);
    }
}

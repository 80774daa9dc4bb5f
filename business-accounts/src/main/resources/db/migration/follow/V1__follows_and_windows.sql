-- One row per follow, kept after its end: the history of an account's followers is read from it.
create table follow (
    id uuid primary key,
    account_id uuid not null,
    user_id uuid not null,
    follower_id uuid not null,
    conversation_id uuid not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    source text not null check (source in ('search', 'qr', 'link', 'card')),
    muted boolean not null default false,
    reason_given boolean not null default false,
    check (ended_at >= started_at)
);

-- Decides the race of two follows of the same pair; also what a follower count reads.
create unique index follow_present on follow (account_id, user_id) where ended_at is null;
create index follow_of_pair on follow (user_id, account_id, started_at desc);
create index follow_started on follow (account_id, started_at);
create index follow_ended on follow (account_id, ended_at) where ended_at is not null;

-- What an account calls a user; random, and the same over every follow of the two.
create table follower (
    account_id uuid not null,
    user_id uuid not null,
    follower_id uuid not null,
    primary key (account_id, user_id),
    unique (account_id, follower_id)
);

-- Opened by a user's own message during a follow; it counts only while that follow goes on.
create table follow_window (
    account_id uuid not null,
    user_id uuid not null,
    follow_id uuid not null,
    opens_at timestamptz not null,
    closes_at timestamptz not null,
    primary key (account_id, user_id),
    check (closes_at > opens_at)
);

-- Unfollows whose undo time goes on: the end is announced once, by whichever node comes first after due_at.
create table follow_ending (
    follow_id uuid primary key,
    due_at timestamptz not null
);

create index follow_ending_due on follow_ending (due_at);

create table unfollow_reason (
    account_id uuid not null,
    on_day date not null,
    reason text not null check (reason in ('too-many', 'not-for-me', 'moved')),
    times bigint not null,
    primary key (account_id, on_day, reason)
);

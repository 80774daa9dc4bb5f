-- That a follower was shown a push message, and opened it: once each, under the follower ID the account knows anyway.
create table push_view (
    account_id uuid not null,
    push_id uuid not null,
    follower_id uuid not null,
    shown_at timestamptz not null,
    opened_at timestamptz,
    primary key (account_id, push_id, follower_id)
);

-- How a push message spread; decided at its release, so it is counted once and kept.
create table push_spread (
    account_id uuid not null,
    push_id uuid not null,
    at_once bigint not null,
    held bigint not null,
    primary key (account_id, push_id)
);

-- Mutes that stood longer than the time in which they could be taken back.
create table mute_act (
    account_id uuid not null,
    muted_at timestamptz not null,
    follow_id uuid not null,
    primary key (account_id, muted_at, follow_id)
);
create index mute_act_of_follow on mute_act (follow_id, muted_at);

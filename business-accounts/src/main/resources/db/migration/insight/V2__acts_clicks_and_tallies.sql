-- Followed, muted, chose less, blocked, reported: one row per act of a follower. Unfollows stand in the rows of the follows.
create table follow_act (
    account_id uuid not null,
    kind text not null check (kind in ('refollow', 'mute', 'less', 'block', 'report')),
    at timestamptz not null,
    follow_id uuid not null,
    -- absent for acts from before it was kept
    follower_id uuid,
    primary key (account_id, kind, at, follow_id)
);
create index follow_act_of_follow on follow_act (account_id, follow_id, kind, at);

insert into follow_act (account_id, kind, at, follow_id)
    select account_id, 'mute', muted_at, follow_id from mute_act;
drop table mute_act;

alter table push_view add column replied_at timestamptz;
create index push_view_of_follower on push_view (account_id, follower_id, shown_at);

-- Who followed which link of a push message: once each.
create table push_click (
    account_id uuid not null,
    push_id uuid not null,
    link text not null,
    follower_id uuid not null,
    clicked_at timestamptz not null,
    primary key (account_id, push_id, link, follower_id)
);

-- What push_view says, added up by the hour in the transaction that adds to it; in slots, so that many followers who look at
-- the same time do not wait for each other.
create table push_hour (
    account_id uuid not null,
    push_id uuid not null,
    hour timestamptz not null,
    slot smallint not null,
    shown bigint not null default 0,
    opened bigint not null default 0,
    replied bigint not null default 0,
    primary key (account_id, push_id, hour, slot)
);
create index push_hour_by_hour on push_hour (account_id, hour);

insert into push_hour (account_id, push_id, hour, slot, shown)
    select account_id, push_id, date_trunc('hour', shown_at, 'UTC'), 0, count(*) from push_view group by 1, 2, 3;
insert into push_hour (account_id, push_id, hour, slot, opened)
    select account_id, push_id, date_trunc('hour', opened_at, 'UTC'), 0, count(*) from push_view
    where opened_at is not null group by 1, 2, 3
    on conflict (account_id, push_id, hour, slot) do update set opened = excluded.opened;

-- The same for the links.
create table push_link (
    account_id uuid not null,
    push_id uuid not null,
    link text not null,
    slot smallint not null,
    people bigint not null,
    primary key (account_id, push_id, link, slot)
);

-- What else of an account was used, by whom and how often: the entries of its menu, and whatever comes.
create table item_use (
    account_id uuid not null,
    what text not null,
    item text not null,
    follower_id uuid not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    times bigint not null,
    primary key (account_id, what, item, follower_id)
);

-- Answers that take a walk through all follows of an account; kept for a while when there are many.
create table insight_report (
    account_id uuid not null,
    name text not null,
    made_at timestamptz not null,
    content jsonb not null,
    primary key (account_id, name)
);

-- One row per release, however many follow. Releases take one advisory lock from the sequence to the commit, so a
-- visible row means that every row with a lower sequence is visible too.
create table push_message (
    account_id uuid not null,
    sequence bigint not null,
    id uuid not null,
    body jsonb not null,
    audience text not null check (audience in ('all')),
    audience_size bigint not null check (audience_size > 0),
    released_by uuid not null,
    released_by_name text not null,
    released_at timestamptz not null,
    idempotency_key text not null,
    request_hash bytea not null,
    primary key (account_id, sequence),
    unique (account_id, id),
    unique (account_id, released_by, idempotency_key)
);
create unique index push_message_by_sequence on push_message (sequence);
create index push_message_by_id on push_message (id);
create index push_message_by_time on push_message (account_id, released_at);

-- What a follower chose, in force for push messages of the account with a sequence above after_sequence.
-- The history is kept: it decides about old push messages for as long as they are read.
create table dosage_choice (
    user_id uuid not null,
    account_id uuid not null,
    after_sequence bigint not null,
    chosen_at timestamptz not null,
    dosage text not null check (dosage in ('everything', 'at-most', 'digest', 'answers-only')),
    at_most smallint check (at_most between 1 and 99),
    period text check (period in ('day', 'week', 'month')),
    time_zone text not null,
    less boolean not null,
    primary key (user_id, account_id, after_sequence),
    check ((dosage = 'at-most') = (at_most is not null and period is not null))
);
create index dosage_choice_by_account on dosage_choice (account_id, user_id, after_sequence);
create index dosage_choice_less on dosage_choice (account_id, chosen_at) where less;

create table digest_setting (
    user_id uuid primary key,
    weekday text not null,
    hour smallint not null check (hour between 0 and 23)
);

-- Only accounts for which an operator set something else than the settings say.
create table account_quota (
    account_id uuid primary key,
    releases_per_day int not null check (releases_per_day between 0 and 1000),
    releases_per_month int not null check (releases_per_month between 0 and 10000)
);

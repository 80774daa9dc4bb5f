-- What a push message cost: acts laid to it, with half the width of the interval. Written over until nothing more can be laid to it.
create table push_cost (
    account_id uuid not null,
    push_id uuid not null,
    kind text not null check (kind in ('left', 'block', 'mute', 'less', 'report')),
    released_at timestamptz not null,
    shown bigint not null,
    cost double precision not null,
    margin double precision not null,
    -- acts of the same kind that those who saw it would do in 48 hours anyway
    usual double precision not null,
    primary key (account_id, push_id, kind)
);
create index push_cost_by_time on push_cost (account_id, released_at);

-- What the last estimate of an account says of it as a whole, and its annoyance score of that time.
create table account_cost (
    account_id uuid primary key,
    estimated_at timestamptz not null,
    half_within_hours double precision not null,
    young_per_day double precision not null,
    older_per_day double precision not null,
    score double precision,
    margin double precision
);

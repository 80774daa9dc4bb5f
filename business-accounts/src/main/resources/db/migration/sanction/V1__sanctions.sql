-- What operators decided shall follow from an annoyance score; in the order in which they are read.
create table score_rule (
    place int primary key,
    side text not null check (side in ('above', 'below')),
    score numeric not null check (score between 0 and 10),
    days int not null check (days between 1 and 180),
    effect text not null check (effect in ('warn', 'slow', 'pause', 'hide', 'quota')),
    -- releases a month that are added, below 0 those taken away; for quota only
    amount int not null default 0,
    -- how long a sanction lasts
    lasting_days int not null default 14 check (lasting_days between 1 and 365)
);

insert into score_rule (place, side, score, days, effect, amount, lasting_days) values
    (1, 'above', 5, 3, 'warn', 0, 14),
    (2, 'above', 7, 3, 'slow', 0, 14),
    (3, 'above', 9, 7, 'pause', 0, 14),
    (4, 'below', 2, 90, 'quota', 2, 14);

-- One row per sanction, kept after its end; at most one of an account is in force.
create table sanction (
    account_id uuid not null,
    id uuid not null,
    step text not null check (step in ('warn', 'slow', 'pause', 'hide')),
    since timestamptz not null,
    until timestamptz,
    reason text not null,
    -- absent when a rule did it
    by_id uuid,
    by_name text not null,
    ended_at timestamptz,
    ended_reason text,
    primary key (account_id, id)
);
create unique index sanction_in_force on sanction (account_id) where ended_at is null;
create index sanction_due on sanction (until) where ended_at is null;

create table appeal (
    account_id uuid not null,
    id uuid not null,
    sanction_id uuid not null,
    text text not null check (char_length(text) between 1 and 1000),
    by_id uuid not null,
    by_name text not null,
    at timestamptz not null,
    decision text check (decision in ('lifted', 'kept')),
    decided_at timestamptz,
    decided_by_name text,
    decision_reason text,
    primary key (account_id, id),
    check ((decision is null) = (decided_at is null))
);
create unique index appeal_of_sanction on appeal (account_id, sanction_id);
create index appeal_open on appeal (at) where decision is null;

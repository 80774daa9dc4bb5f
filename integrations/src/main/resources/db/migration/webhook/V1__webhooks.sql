create table webhook_endpoint (
    id uuid primary key,
    account_id uuid not null,
    url text not null check (char_length(url) <= 2000),
    secret text not null,
    events text[] not null,
    state text not null check (state in ('active', 'disabled')),
    created_at timestamptz not null
);

create index webhook_endpoint_of_account on webhook_endpoint (account_id, created_at);

-- What is to be told to one endpoint. Those that are pending and due are worked off by whichever node comes first; while one
-- is being tried, due_at lies beyond the longest time a try can take, so that no other node tries it too, and one whose node
-- has died is tried again.
create table webhook_delivery (
    id uuid primary key,
    endpoint_id uuid not null references webhook_endpoint on delete cascade,
    event text not null,
    -- what happened, so that the same event is told once however often its listener runs
    occurrence uuid not null,
    payload text not null,
    created_at timestamptz not null,
    due_at timestamptz not null,
    tries integer not null default 0,
    state text not null check (state in ('pending', 'delivered', 'given-up')),
    unique (endpoint_id, event, occurrence)
);

create index webhook_delivery_due on webhook_delivery (endpoint_id, due_at) where state = 'pending';
create index webhook_delivery_done on webhook_delivery (created_at) where state <> 'pending';

create table webhook_attempt (
    id uuid primary key,
    delivery_id uuid not null references webhook_delivery on delete cascade,
    endpoint_id uuid not null,
    event text not null,
    at timestamptz not null,
    status integer,
    duration_ms integer not null,
    error text
);

create index webhook_attempt_of_endpoint on webhook_attempt (endpoint_id, id desc);
create index webhook_attempt_of_delivery on webhook_attempt (delivery_id);

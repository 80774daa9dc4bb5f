-- One row per direction, kept after its answer: a declined request stays hidden however often it is taken back and sent again.
create table contact_request (
    id          uuid        primary key,
    from_id     uuid        not null,
    to_id       uuid        not null,
    state       varchar(10) not null check (state in ('waiting', 'withdrawn', 'accepted')),
    declined_at timestamptz,
    sent_at     timestamptz not null,
    unique (from_id, to_id),
    check (from_id <> to_id)
);
create index contact_request_to on contact_request (to_id) where state = 'waiting';

-- Two rows per pair, so that both can be distributed by their user.
create table contact (
    user_id         uuid        not null,
    contact_id      uuid        not null,
    since           timestamptz not null,
    conversation_id uuid        not null,
    primary key (user_id, contact_id),
    check (user_id <> contact_id)
);

create table block (
    user_id    uuid        not null,
    party_kind varchar(20) not null,
    party_id   uuid        not null,
    since      timestamptz not null,
    primary key (user_id, party_kind, party_id)
);

create table report (
    id         uuid        primary key,
    by_id      uuid        not null,
    party_kind varchar(20) not null,
    party_id   uuid        not null,
    reason     varchar(10) not null,
    comment    text,
    at         timestamptz not null,
    day        date        not null,
    unique (by_id, party_kind, party_id, reason, day)
);
create index report_party on report (party_kind, party_id);
create index report_at on report (at, id);

-- One order for everything that stands in a conversation. No cache: numbers are handed out in the order in which they are asked for.
create sequence message_sequence as bigint cache 1;

-- Two parties, the smaller id first.
create table conversation (
    id         uuid primary key,
    low_party  uuid        not null,
    high_party uuid        not null,
    created_at timestamptz not null,
    unique (low_party, high_party),
    check (low_party < high_party)
);

-- alias: what the other side knows of the party.
create table conversation_member (
    conversation_id uuid    not null references conversation,
    party_id        uuid    not null,
    party_kind      text    not null,
    alias_id        uuid    not null,
    alias_kind      text    not null,
    pinned          boolean not null default false,
    muted           boolean not null default false,
    hidden          boolean not null default false,
    primary key (conversation_id, party_id)
);

create index conversation_member_party on conversation_member (party_id);

-- One row per message, never changed. The writer holds the inbox heads of both parties while it takes a sequence, so within a
-- conversation sequences are ordered by commit.
create table message (
    conversation_id uuid        not null,
    sequence        bigint      not null,
    id              uuid        not null,
    sender_id       uuid        not null,
    author_id       uuid,
    automatic       boolean     not null,
    idempotency_key text        not null,
    sent_at         timestamptz not null,
    body            jsonb       not null,
    primary key (conversation_id, sequence),
    unique (sender_id, idempotency_key)
);

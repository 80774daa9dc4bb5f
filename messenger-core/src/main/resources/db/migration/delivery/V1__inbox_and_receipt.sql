-- The newest inbox sequence of each party. Writers lock these rows in the order of party_id and hold them until commit: so the
-- sequences of one inbox have no gaps and are ordered by commit.
create table inbox_head (
    party_id      uuid primary key,
    last_sequence bigint not null
) with (fillfactor = 50);

-- What the devices of a party must see. kind: 1 message, 2 acknowledged, 3 changed. Of the entries of one party with the same subject
-- only the newest is kept: a later one says everything an earlier one said.
create table inbox_entry (
    party_id         uuid     not null,
    sequence         bigint   not null,
    kind             smallint not null check (kind in (1, 2, 3)),
    conversation_id  uuid,
    message_sequence bigint,
    subject          text,
    payload          jsonb,
    primary key (party_id, sequence),
    check ((kind = 1) = (message_sequence is not null and conversation_id is not null)),
    check ((kind = 1) = (payload is null and subject is null))
);

create index inbox_entry_subject on inbox_entry (party_id, subject) where subject is not null;

-- How far some device of a party has handled the inbox; lags behind by a moment.
create table inbox_handled (
    party_id uuid primary key,
    sequence bigint not null
);

-- How far a member has acknowledged a conversation, as message sequences; only rises.
create table receipt (
    conversation_id uuid   not null,
    party_id        uuid   not null,
    delivered       bigint not null,
    displayed       bigint not null,
    primary key (conversation_id, party_id),
    check (delivered >= displayed and displayed >= 0)
) with (fillfactor = 50);

-- The end of each chain. Its row is locked while an entry is added, so a stream has one order and no gaps.
create table audit_head (
    stream        varchar(100) primary key,
    last_sequence bigint       not null check (last_sequence >= 0),
    last_hash     char(64)     not null
);

create table audit_entry (
    stream        varchar(100)  not null,
    sequence      bigint        not null check (sequence > 0),
    at            timestamptz   not null,
    actor_id      uuid          not null,
    actor_name    text          not null,
    actor_role    text          not null,
    action        text          not null,
    subject_kind  text          not null,
    subject_id    text          not null,
    subject_name  text          not null,
    before        text,
    after         text,
    reason        text,
    previous_hash char(64)      not null,
    hash          char(64)      not null,
    primary key (stream, sequence)
);

-- What the team does with a conversation besides answering it.
alter table desk_conversation
    add column snoozed_until timestamptz,
    add column tag_ids uuid[] not null default '{}';

comment on column desk_conversation.snoozed_until is 'infinity: until the follower writes';

-- Each list has an index in its order; what sleeps stands in no list but its own.
drop index desk_waiting;
drop index desk_assigned;
drop index desk_open;
create index desk_waiting on desk_conversation (account_id, waiting_since, conversation_id)
    where open and snoozed_until is null and waiting_since is not null;
create index desk_assigned on desk_conversation (account_id, assignee_id, last_sequence desc)
    where open and snoozed_until is null;
create index desk_open on desk_conversation (account_id, last_sequence desc) where open and snoozed_until is null;
create index desk_snoozed on desk_conversation (account_id, last_sequence desc)
    where open and snoozed_until is not null;
create index desk_alarm on desk_conversation (snoozed_until) where open and snoozed_until is not null;
-- Tags belong to one account each, so the tag alone is key enough; conversations without tags cost nothing.
create index desk_tagged on desk_conversation using gin (tag_ids) where tag_ids <> '{}';

create table desk_tag (
    account_id uuid not null,
    tag_id uuid not null,
    name text not null,
    colour text not null,
    primary key (account_id, tag_id)
);
create unique index desk_tag_name on desk_tag (account_id, lower(name));

-- What happened to a conversation besides messages, for the eyes of the team.
create table desk_event (
    account_id uuid not null,
    conversation_id uuid not null,
    event_id uuid not null,
    at timestamptz not null,
    kind text not null,
    actor_id uuid,
    detail text,
    primary key (account_id, conversation_id, event_id)
);

create table desk_setting (
    account_id uuid primary key,
    assignment text not null,
    asks_satisfaction boolean not null
);

-- Who of the team is at the desk; seen_at is renewed while they are.
create table desk_agent (
    account_id uuid not null,
    user_id uuid not null,
    seen_at timestamptz not null,
    away boolean not null,
    last_assigned_at timestamptz,
    primary key (account_id, user_id)
);

-- The words of an account's conversations. The account itself is one of the words, so that a search touches no other account.
create table desk_words (
    account_id uuid not null,
    sequence bigint not null,
    conversation_id uuid not null,
    words tsvector not null,
    primary key (account_id, sequence)
);
create index desk_words_found on desk_words using gin (words);

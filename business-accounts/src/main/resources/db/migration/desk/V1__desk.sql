-- One row per conversation between an account and a follower in which something was said that waits for people.
create table desk_conversation (
    account_id uuid not null,
    conversation_id uuid not null,
    follower_id uuid not null,
    waiting_since timestamptz,
    assignee_id uuid,
    open boolean not null default true,
    last_sequence bigint not null,
    last_at timestamptz not null,
    primary key (account_id, conversation_id)
);

create index desk_follower on desk_conversation (account_id, follower_id);
create index desk_waiting on desk_conversation (account_id, waiting_since, conversation_id)
    where open and waiting_since is not null;
create index desk_assigned on desk_conversation (account_id, assignee_id, last_sequence desc) where open;
create index desk_open on desk_conversation (account_id, last_sequence desc) where open;
create index desk_closed on desk_conversation (account_id, last_sequence desc) where not open;

-- What a team tells itself about a conversation; nobody else ever sees it.
create table note (
    account_id uuid not null,
    conversation_id uuid not null,
    note_id uuid not null,
    author_id uuid not null,
    text text not null,
    mentions uuid[] not null,
    at timestamptz not null,
    primary key (account_id, conversation_id, note_id)
);

-- Mentions that have not been seen.
create table note_mention (
    account_id uuid not null,
    user_id uuid not null,
    conversation_id uuid not null,
    note_id uuid not null,
    primary key (account_id, user_id, conversation_id, note_id)
);

create table canned_answer (
    account_id uuid not null,
    answer_id uuid not null,
    shortcut text not null,
    text text not null,
    primary key (account_id, answer_id),
    unique (account_id, shortcut)
);

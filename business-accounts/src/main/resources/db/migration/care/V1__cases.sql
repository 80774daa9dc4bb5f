-- From a follower's question to the closing of the conversation; the next question begins another one.
create table care_case (
    account_id uuid not null,
    case_id uuid not null,
    conversation_id uuid not null,
    opened_at timestamptz not null,
    first_answer_at timestamptz,
    first_answer_by uuid,
    closed_at timestamptz,
    closed_by uuid,
    tag_ids uuid[] not null default '{}',
    ask_at timestamptz,
    asked_at timestamptz,
    rating smallint check (rating between 1 and 5),
    rated_at timestamptz,
    primary key (account_id, case_id)
);

create unique index care_case_open on care_case (account_id, conversation_id) where closed_at is null;
create index care_case_of on care_case (account_id, conversation_id, opened_at desc);
create index care_case_opened on care_case (account_id, opened_at);
create index care_case_ask on care_case (ask_at) where ask_at is not null;

-- What the machine answers in an account's name.
create table answer_rule (
    account_id uuid not null,
    rule_id uuid not null,
    position int not null,
    name text not null,
    enabled boolean not null,
    trigger text not null,
    words text[] not null,
    hours text not null,
    bodies jsonb not null,
    primary key (account_id, rule_id)
);

-- Messages that the machine has still to look at; only of accounts with rules. Gone once it has.
create table answer_due (
    account_id uuid not null,
    sequence bigint not null,
    conversation_id uuid not null,
    taken_until timestamptz,
    primary key (account_id, sequence)
);

-- Where a person is in charge, and the machine holds its tongue.
create table answer_person (
    account_id uuid not null,
    conversation_id uuid not null,
    since timestamptz not null,
    primary key (account_id, conversation_id)
);

-- When a rule for any message answered last, so that it does not do so each time.
create table answer_given (
    account_id uuid not null,
    conversation_id uuid not null,
    rule_id uuid not null,
    at timestamptz not null,
    primary key (account_id, conversation_id, rule_id)
);

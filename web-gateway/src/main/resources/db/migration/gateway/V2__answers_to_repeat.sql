-- What a request with an idempotency key was answered, so that its repetition gets the same. A row without a status belongs to a
-- request that is being handled. Rows live for a day.
create table answer_to_repeat (
    user_id uuid not null,
    idempotency_key text not null,
    request_hash bytea not null,
    begun_at timestamptz not null,
    status int,
    content_type text,
    body bytea,
    primary key (user_id, idempotency_key)
);
create index answer_to_repeat_begun_at on answer_to_repeat (begun_at);

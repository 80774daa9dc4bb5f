create table opening_hours (
    account_id uuid primary key,
    zone text not null,
    week jsonb not null,
    holidays jsonb not null
);

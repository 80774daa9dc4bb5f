-- Bytes stand beside what is known about them: a query that does not ask for them does not read them.
create table media (
    id                uuid        primary key,
    owner_id          uuid        not null,
    purpose           varchar(10) not null check (purpose in ('message', 'picture', 'push')),
    content_type      varchar(40) not null,
    width_px          int         not null check (width_px > 0),
    height_px         int         not null check (height_px > 0),
    bytes             bigint      not null check (bytes > 0),
    placeholder_color char(7)     not null,
    description       text,
    content           bytea       not null,
    thumbnail_type    varchar(40) not null,
    thumbnail         bytea       not null,
    created_at        timestamptz not null
);
create index media_owner on media (owner_id, created_at);
-- Pictures are compressed already.
alter table media alter column content set storage external;
alter table media alter column thumbnail set storage external;

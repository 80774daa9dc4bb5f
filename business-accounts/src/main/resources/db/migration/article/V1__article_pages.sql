-- What an account writes for reading. The draft is what its team works on; what readers see is a copy made on publishing. A deleted page
-- keeps its row without its words, so that its address can say that it was taken back.
create table article_page (
    account_id            uuid         not null,
    id                    uuid         not null,
    title                 text         not null,
    summary               text         not null,
    cover                 uuid,
    cover_description     text         not null,
    body                  text         not null,
    published_title       text,
    published_summary     text,
    published_cover       uuid,
    published_cover_description text,
    published_body        text,
    published_at          timestamptz,
    deleted_at            timestamptz,
    preview_token         text         not null,
    created_at            timestamptz  not null,
    changed_at            timestamptz  not null,
    primary key (account_id, id),
    check ((published_at is null) = (published_body is null))
);
create index article_page_by_id on article_page (id);
create index article_page_by_time on article_page (account_id, created_at desc, id desc);

-- Videos, audio, voice messages and files have no thumbnail and need not have a size in pixels.
alter table media
    add column kind varchar(10) not null default 'image' check (kind in ('image', 'video', 'audio', 'voice', 'file')),
    add column name varchar(255),
    add column duration_ms bigint check (duration_ms >= 0),
    alter column content_type type varchar(150),
    alter column thumbnail_type drop not null,
    alter column thumbnail drop not null,
    drop constraint media_width_px_check,
    drop constraint media_height_px_check;
alter table media
    add constraint media_measured check (width_px >= 0 and height_px >= 0 and (kind <> 'image' or (width_px > 0 and height_px > 0))),
    add constraint media_thumbnail check (kind <> 'image' or thumbnail is not null);

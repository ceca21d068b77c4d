-- That a case, or an embargo, is to be reviewed is told a week before and on the day: each of it once, for one date.
create table review_notice (
    cell_id    uuid not null references cell,
    object_id  uuid not null,
    review_day date not null,
    days       int not null check (days in (7, 0)),
    given_at   timestamptz not null,
    primary key (cell_id, object_id, review_day, days)
);
comment on column review_notice.object_id is 'the case or the embargo';
comment on column review_notice.days is 'how many days before; 0 on the day itself and after it';

select bind_to_cell('review_notice');
grant select, insert on review_notice to livc_app;

-- Sixty, thirty and seven days before a legal basis or a clearance ends, and once it has, the cell is told; each of it once, for
-- one last day: when that is changed, its notices begin anew.
create table expiry_notice (
    cell_id   uuid not null references cell,
    object_id uuid not null,
    last_day  date not null,
    days      int not null check (days in (60, 30, 7, 0)),
    given_at  timestamptz not null,
    primary key (cell_id, object_id, last_day, days)
);
comment on column expiry_notice.object_id is 'the legal basis, or the mandate whose clearance it is';
comment on column expiry_notice.days is 'how many days before; 0 once it has ended';

select bind_to_cell('expiry_notice');
grant select, insert on expiry_notice to livc_app;

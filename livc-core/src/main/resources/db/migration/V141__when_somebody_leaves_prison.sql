-- What a PIVC follows beside its consultation: when the person of a case is expected to leave prison, and whether the case is
-- frozen because they were moved to a prison without a PIVC. Dates only; deadlines are the process's.
create table detention (
    cell_id      uuid not null references cell,
    case_id      uuid not null,
    release_on   date,
    frozen_since date,
    changed_at   timestamptz not null,
    changed_by   uuid not null,
    primary key (cell_id, case_id)
);
create index detention_by_release on detention (cell_id, release_on);
comment on column detention.release_on is 'null: not known, or no longer';

select bind_to_cell('detention');
grant select, insert on detention to livc_app;
grant update (release_on, frozen_since, changed_at, changed_by) on detention to livc_app;

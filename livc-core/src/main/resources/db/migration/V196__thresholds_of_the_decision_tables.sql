-- The numbers that a cell set for the decision tables, a whole version at a time. Never changed: the next version replaces it.
create table threshold_version (
    cell_id      uuid not null references cell,
    version      int not null check (version > 0),
    name         text not null,
    value        int not null check (value >= 0),
    activated_at timestamptz not null,
    activated_by uuid not null,
    primary key (cell_id, version, name)
);
comment on table threshold_version is 'settings of the cell within bounds; the tables themselves are in the program';

select bind_to_cell('threshold_version');
grant select, insert on threshold_version to livc_app;

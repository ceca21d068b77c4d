-- How many signals of a quarter are about somebody under eighteen. The birth date is sealed, and no row in clear says of one
-- signal whether it is about a minor: only these sums of the cell do, added to when a signal is filed.
create table signal_age (
    cell_id uuid not null references cell,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    age     text not null check (age in ('MINOR', 'ADULT')),
    signals int not null check (signals > 0),
    primary key (cell_id, quarter, age)
);
comment on table signal_age is 'Sums by quarter. Of who has no birth date known nothing is added.';
select bind_to_cell('signal_age');
grant select, insert, update on signal_age to livc_app;

-- Whether the person that a case is about was a minor on the day the cell first heard of them, so that the figures can count
-- cases of minors that were opened, closed and are open. A row goes when the quarter in which its case ended is published, or
-- when the key of its signal is destroyed. Cases from before this table have none: they are counted as unknown.
create table case_age (
    cell_id uuid not null references cell,
    case_id uuid not null,
    age     text not null check (age in ('MINOR', 'ADULT')),
    primary key (cell_id, case_id)
);
comment on table case_age is 'In clear, for the figures only. Of whom no birth date is known there is no row.';
select bind_to_cell('case_age');
grant select, insert, delete on case_age to livc_app;

-- An embargo says whether it was laid in a conflict check, and keeps its reference beside it: sealed, and for the eyes of
-- whoever laid it only.
alter table embargo add column checked boolean not null default false;
comment on column embargo.checked is 'laid in a conflict check: the case waits for its review';
comment on table embargo is 'an agenda item, a piece of information or a whole case, that only the mandate that laid it may see (IO or parket)';

create table embargo_reference (
    cell_id          uuid not null references cell,
    embargo_id       uuid not null,
    case_id          uuid not null,
    reference_sealed bytea not null,
    primary key (cell_id, embargo_id),
    foreign key (cell_id, embargo_id) references embargo
);
comment on column embargo_reference.reference_sealed is 'sealed under the key of its case: number or note behind the embargo';

select bind_to_cell('embargo_reference');
grant select, insert, update on embargo_reference to livc_app;

-- Written at a conflict check, never read: the reference now lies with the embargo itself.
alter table agenda_item drop column reference_sealed;

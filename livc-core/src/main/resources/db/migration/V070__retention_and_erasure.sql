-- How long things are kept, and what was erased. No statutory term is known: rules are dated settings of the cell.
create table retention_rule (
    cell_id    uuid not null references cell,
    category   text not null,
    months     int not null check (months >= 0),
    reference  text not null,
    valid_from date not null,
    valid_to   date,
    primary key (cell_id, category, valid_from)
);

create table erasure (
    cell_id                      uuid not null references cell,
    id                           uuid not null,
    case_id                      uuid not null,
    case_number                  text not null,
    state                        text not null check (state in ('PROPOSED', 'APPROVED', 'KEPT', 'DONE')),
    rule                         text not null,
    proposed_by                  uuid not null,
    proposed_at                  timestamptz not null,
    decided_by                   uuid,
    decided_at                   timestamptz,
    keep_until                   date,
    carried_out_by               uuid,
    erased_at                    timestamptz,
    unreadable_in_backups_after  date,
    ledger_index                 bigint,
    primary key (cell_id, id)
);
create index erasure_of_case on erasure (cell_id, case_id);
comment on table erasure is 'the certificate without personal data: which rule, who decided, when, and where it stands in the ledger';

select bind_to_cell('retention_rule');
select bind_to_cell('erasure');
grant select, insert, update on retention_rule, erasure to livc_app;

-- Documents of a case, or shown at an agenda item. The content lies in sealed_file under the same id.
create table document (
    cell_id        uuid not null references cell,
    id             uuid not null,
    case_id        uuid not null,
    agenda_item_id uuid,
    owner_id       uuid not null,
    at             timestamptz not null,
    type           text not null,
    size           bigint not null check (size >= 0),
    secret         boolean not null,
    state          text not null check (state in ('CLEAN', 'NOT_SCANNED', 'QUARANTINED', 'INFECTED')),
    name_sealed    bytea not null,
    salt_sealed    bytea not null,
    primary key (cell_id, id)
);
create index document_of_case on document (cell_id, case_id, at);
comment on column document.name_sealed is 'sealed: the name of the file';
comment on column document.salt_sealed is 'sealed: the salt of the commitment that stands in the ledger';
comment on column document.state is 'QUARANTINED until a scanner that could not be reached has looked at it';

select bind_to_cell('document');
grant select, insert on document to livc_app;
grant update (state) on document to livc_app;

-- The signed document of a legal basis: the permission on paper, the protocol. Sealed under a key of its own, since a basis
-- belongs to no case.
create table basis_document (
    cell_id         uuid not null references cell,
    id              uuid not null,
    basis_id        uuid not null,
    document_sealed bytea not null,
    bytes           int not null,
    added_at        timestamptz not null,
    primary key (cell_id, id),
    foreign key (cell_id, basis_id) references legal_basis
);
create index basis_document_of_basis on basis_document (cell_id, basis_id, added_at);
comment on column basis_document.document_sealed is 'sealed: the PDF, in base64';
comment on column basis_document.bytes is 'size of the PDF itself';

select bind_to_cell('basis_document');
grant select, insert on basis_document to livc_app;

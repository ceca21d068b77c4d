-- Others than the subject in a case: family, victims, who reported. They have no search record, so that no search finds them.
create table third_party (
    cell_id        uuid not null references cell,
    id             uuid not null,
    case_id        uuid not null,
    role           text not null,
    owner_id       uuid not null,
    at             timestamptz not null,
    person_sealed  bytea not null,
    address_id     uuid,
    address_sealed bytea,
    shielded       boolean not null,
    primary key (cell_id, id),
    check ((address_id is null) = (address_sealed is null))
);
create index third_party_of_case on third_party (cell_id, case_id);
comment on column third_party.person_sealed is 'sealed: the name';
comment on column third_party.address_sealed is 'sealed: where they live; an object of access of its own (address_id)';
comment on column third_party.shielded is 'whether the address is for who told it alone, the coordinator not excepted';

select bind_to_cell('third_party');
grant select, insert on third_party to livc_app;

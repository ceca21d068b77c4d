-- Access, in one place: what is protected, who is entitled to it and why, and what lies under an embargo. Ids and codes
-- only. Entitlements are given once and ended, never widened afterwards (a disclosure's recipients are frozen).
create table access_object (
    cell_id    uuid not null references cell,
    id         uuid not null,
    type       text not null,
    case_id    uuid,
    parent_id  uuid,
    owner_id   uuid,
    created_at timestamptz not null,
    primary key (cell_id, id)
);
create index access_object_of_case on access_object (cell_id, case_id) where case_id is not null;
create index access_object_of_owner on access_object (cell_id, owner_id) where owner_id is not null;
create index access_object_of_parent on access_object (cell_id, parent_id) where parent_id is not null;
comment on column access_object.case_id is 'whose key seals it';
comment on column access_object.owner_id is 'mandate that contributed it';

create table entitlement (
    cell_id   uuid not null references cell,
    id        uuid not null,
    object_id uuid not null,
    mandate_id uuid,
    capacity  text,
    why       text not null,
    basis_id  uuid,
    since     timestamptz not null,
    ended_at  timestamptz,
    primary key (cell_id, id),
    foreign key (cell_id, object_id) references access_object,
    check ((mandate_id is null) <> (capacity is null))
);
create index entitlement_of_object on entitlement (cell_id, object_id) where ended_at is null;
create index entitlement_of_mandate on entitlement (cell_id, mandate_id, object_id) where ended_at is null;
create index entitlement_of_capacity on entitlement (cell_id, capacity, object_id) where ended_at is null;

create table embargo (
    cell_id     uuid not null references cell,
    id          uuid not null,
    object_id   uuid not null,
    laid_by     uuid not null,
    review_date date,
    laid_at     timestamptz not null,
    lifted_at   timestamptz,
    primary key (cell_id, id),
    foreign key (cell_id, object_id) references access_object
);
create index embargo_of_object on embargo (cell_id, object_id) where lifted_at is null;
comment on table embargo is 'an object, or a whole case, that only the mandate that laid it may see (IO or parket)';

-- What a list showed: one row for each case that a list or a search put before a reader, beside its ledger entry.
create table shown_in_list (
    cell_id  uuid not null references cell,
    entry    bigint not null,
    case_id  uuid not null,
    primary key (cell_id, entry, case_id)
);
comment on table shown_in_list is 'ids only; entry is the seq of the ledger entry of the read';

select bind_to_cell('access_object');
select bind_to_cell('entitlement');
select bind_to_cell('embargo');
select bind_to_cell('shown_in_list');
grant select, insert on access_object, shown_in_list to livc_app;
grant select, insert on entitlement, embargo to livc_app;
grant update (ended_at) on entitlement to livc_app;
grant update (lifted_at, review_date) on embargo to livc_app;

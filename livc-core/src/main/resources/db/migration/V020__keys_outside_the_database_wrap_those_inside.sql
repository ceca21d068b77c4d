-- Keys, each wrapped by the one above it. The uppermost, the master key, is never here: a dump of this database opens
-- nothing. A value of a table is sealed under the key of the record it belongs to.
create table master_key (
    id            text primary key,
    first_used_at timestamptz not null
);
comment on table master_key is
    'The master keys that this database has been used with, by name: tells a keyset that is missing or too old. No key.';

create table cell_key (
    cell_id       uuid not null references cell,
    version       int not null check (version > 0),
    wrapped       bytea,
    master_key_id text not null references master_key,
    created_at    timestamptz not null,
    destroyed_at  timestamptz,
    primary key (cell_id, version),
    check ((wrapped is null) = (destroyed_at is not null))
);
comment on column cell_key.wrapped is 'sealed: AES-256-GCM under the master key; null once destroyed';

create table case_key (
    cell_id          uuid not null references cell,
    record_id        uuid not null,
    cell_key_version int not null,
    wrapped          bytea not null,
    created_at       timestamptz not null,
    primary key (cell_id, record_id),
    foreign key (cell_id, cell_key_version) references cell_key
);
comment on table case_key is
    'One key for each case, and for each other record with a life of its own. Erasing the record deletes its row here.';
comment on column case_key.wrapped is 'sealed: AES-256-GCM under the cell key of cell_key_version';

create table destroyed_key (
    cell_id   uuid not null references cell,
    record_id uuid not null,
    at        timestamptz not null,
    primary key (cell_id, record_id)
);
comment on table destroyed_key is 'The records that were erased, also kept outside the database, where no restore reaches.';

select bind_to_cell('cell_key');
select bind_to_cell('case_key');
select bind_to_cell('destroyed_key');
grant select, insert on master_key, cell_key, case_key, destroyed_key to livc_app;
grant update (wrapped, master_key_id, destroyed_at) on cell_key to livc_app;
grant update (wrapped, cell_key_version) on case_key to livc_app;
grant delete on case_key to livc_app;

-- Files of a case, sealed as one stream (AES-256-GCM-HKDF, segments of 1 MiB) and kept in rows of about one segment: rows
-- lie under row-level security and go with the database's own backups, which large objects do not (pg_largeobject has no
-- policy, and its grants do not know a cell). Nothing is ever changed; erasing the record deletes its rows too.
create table sealed_file (
    cell_id   uuid not null references cell,
    record_id uuid not null,
    row_id    uuid not null,
    n         int not null check (n >= 0),
    kept_at   timestamptz not null,
    bytes     bytea not null,
    primary key (cell_id, row_id, n)
);
create index sealed_file_of_record on sealed_file (cell_id, record_id);
alter table sealed_file alter column bytes set storage external;
comment on column sealed_file.bytes is 'sealed: a part of the stream under the key of record_id, bound to its place';
comment on column sealed_file.row_id is 'the document that it is the content of';

select bind_to_cell('sealed_file');
grant select, insert, delete on sealed_file to livc_app;

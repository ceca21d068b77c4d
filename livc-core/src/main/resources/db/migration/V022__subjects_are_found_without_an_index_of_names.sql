-- What a subject can be found by, one sealed row each. There is no index of names and no tag: a search opens these rows
-- in memory. All that this table tells is how many subjects a cell has.
create table search_record (
    cell_id   uuid not null references cell,
    record_id uuid not null,
    row_id    uuid not null,
    revision  bigint not null,
    sealed    bytea not null,
    primary key (cell_id, record_id, row_id),
    foreign key (cell_id, record_id) references case_key
);
comment on column search_record.row_id is 'the object that a reader must see to find the subject';
comment on column search_record.revision is 'random, anew at each change: tells each node that its index is behind';
comment on column search_record.sealed is
    'sealed under the case key: names, aliases and birth date, padded so that its length tells little';

select bind_to_cell('search_record');
grant select, insert, delete on search_record to livc_app;
grant update (revision, sealed) on search_record to livc_app;

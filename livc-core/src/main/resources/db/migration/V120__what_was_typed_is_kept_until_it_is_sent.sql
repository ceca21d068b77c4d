-- What somebody typed in a form and did not send yet. Sealed under the key of the case that the form is about, or under a
-- key of its own; in either case it goes with that key.
create table draft (
    cell_id        uuid not null references cell,
    id             uuid not null,
    mandate_id     uuid not null,
    form           text not null,
    about          uuid not null,
    record_id      uuid not null,
    content_sealed bytea not null,
    saved_at       timestamptz not null,
    primary key (cell_id, id),
    unique (cell_id, mandate_id, form, about),
    foreign key (cell_id, record_id) references case_key on delete cascade
);
create index draft_by_age on draft (cell_id, saved_at);
create index draft_of_record on draft (cell_id, record_id);
comment on column draft.mandate_id is 'whose it is: nobody else reads it';
comment on column draft.about is 'what the form is about; the mandate itself where that does not exist yet';
comment on column draft.record_id is 'the record whose key seals it: a case, or the draft itself';
comment on column draft.content_sealed is 'sealed: the fields of the form as they were typed';

select bind_to_cell('draft');
grant select, insert, update, delete on draft to livc_app;

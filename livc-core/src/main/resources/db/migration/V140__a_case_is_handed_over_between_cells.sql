-- A case that goes over to another cell. Each side keeps a row of its own under its own cell; neither can read the other's.
-- Who began, drives: see docs/decisions/0140. Columns named *_sealed hold AES-256-GCM ciphertext.
create table transfer_out (
    cell_id       uuid not null references cell,
    id            uuid not null,
    case_id       uuid not null,
    case_number   text not null,
    to_cell       uuid not null references cell,
    kind          text not null,
    purpose       text not null,
    parts         int not null,
    state         text not null check (state in
        ('PREPARING', 'OFFERED', 'ABANDONING', 'ABANDONED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    reason_sealed bytea not null,
    offered_by    uuid not null,
    begun_at      timestamptz not null,
    answer_by     timestamptz not null,
    answered_at   timestamptz,
    answer_code   text,
    answer_sealed bytea,
    primary key (cell_id, id)
);
create index transfer_out_of_case on transfer_out (cell_id, case_id);
create index transfer_out_unsettled on transfer_out (cell_id, begun_at) where state in ('PREPARING', 'OFFERED', 'ABANDONING');
comment on table transfer_out is 'the sending side; with it stays the decision, under a key of its own, when the case has left';
comment on column transfer_out.reason_sealed is 'sealed under the key of the transfer: why the case is handed over';
comment on column transfer_out.answer_sealed is 'sealed under the key of the transfer: why it was refused';

create table transfer_in (
    cell_id        uuid not null references cell,
    id             uuid not null,
    from_cell      uuid not null references cell,
    case_id        uuid not null,
    kind           text not null,
    purpose        text not null,
    parts          int not null,
    state          text not null check (state in
        ('PREPARED', 'OFFERED', 'ABANDONED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    summary_sealed bytea not null,
    content_id     uuid not null,
    content_sealed bytea,
    prepared_at    timestamptz not null,
    answer_by      timestamptz not null,
    answered_by    uuid,
    answered_at    timestamptz,
    answer_code    text,
    primary key (cell_id, id)
);
comment on table transfer_in is 'the receiving side; nobody of the cell sees it before it is OFFERED';
comment on column transfer_in.case_id is 'the case that it becomes here: another id than at the sender''s, and the key it is sealed under';
comment on column transfer_in.summary_sealed is 'sealed: who it is about, why, and which kinds of information are offered';
comment on column transfer_in.content_id is 'the object that a reader must see to open the content';
comment on column transfer_in.content_sealed is 'sealed: what is offered; gone once it has become a case, or was refused';

select bind_to_cell('transfer_out');
select bind_to_cell('transfer_in');
grant select, insert on transfer_out, transfer_in to livc_app;
grant update (state, answered_at, answer_code, answer_sealed) on transfer_out to livc_app;
grant update (state, content_sealed, answered_by, answered_at, answer_code) on transfer_in to livc_app;

-- Who received what about a data subject follows from the ledger; what the DPO keeps back of it, and on which ground, is kept
-- here, as ids and codes. A decision on an organisation counts for what it receives later, too.
create table request_recipient (
    cell_id    uuid not null references cell,
    request_id uuid not null,
    recipient  uuid not null,
    how        text not null,
    ground     text,
    decided_by uuid not null,
    decided_at timestamptz not null,
    primary key (cell_id, request_id, recipient, how),
    foreign key (cell_id, request_id) references subject_request
);
comment on table request_recipient is 'What the access report of a request tells or keeps back: per organisation, or per organisation and way of receiving.';
comment on column request_recipient.recipient is 'a partner of the cell, or another cell';
comment on column request_recipient.how is 'the way of receiving; ALL for everything that this recipient received';
comment on column request_recipient.ground is 'why it is kept back: a ground of restriction, never text; empty when it is told after all';

select bind_to_cell('request_recipient');
grant select, insert on request_recipient to livc_app;
grant update (ground, decided_by, decided_at) on request_recipient to livc_app;

-- Requests under the GDPR: who asks is sealed under a key of the request's own; what was given or restricted, and on which
-- ground, is kept per piece as ids and codes.
create table subject_request (
    cell_id          uuid not null references cell,
    id               uuid not null,
    number           text not null,
    kind             text not null check (kind in ('ACCESS', 'RECTIFICATION', 'ERASURE', 'RESTRICTION', 'OBJECTION')),
    received_on      date not null,
    due_on           date not null,
    extended         boolean not null default false,
    extension_reason text,
    state            text not null check (state in ('RECEIVED', 'IN_WEIGHING', 'ANSWERED')),
    case_id          uuid,
    requester_sealed bytea not null,
    answered_at      timestamptz,
    primary key (cell_id, id),
    unique (cell_id, number)
);
comment on column subject_request.requester_sealed is 'sealed: who asks, and how to reach them';

create table request_item (
    cell_id    uuid not null references cell,
    request_id uuid not null,
    item_id    uuid not null,
    given      boolean not null,
    ground     text,
    weighed_by uuid not null,
    weighed_at timestamptz not null,
    primary key (cell_id, request_id, item_id),
    foreign key (cell_id, request_id) references subject_request,
    check (given = (ground is null))
);
comment on column request_item.ground is 'why it is not given: a ground of restriction, never text';

select bind_to_cell('subject_request');
select bind_to_cell('request_item');
grant select, insert on subject_request, request_item to livc_app;
grant update (due_on, extended, extension_reason, state, case_id, answered_at) on subject_request to livc_app;
grant update (given, ground, weighed_by, weighed_at) on request_item to livc_app;

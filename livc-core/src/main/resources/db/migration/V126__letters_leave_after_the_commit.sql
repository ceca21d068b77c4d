-- What is to be sent to somebody by mail, written in the transaction of the act that it is about and sent after it. Ids,
-- a code and a moment: no letter names a person or a case.
create table mail_address (
    cell_id    uuid not null references cell,
    mandate_id uuid not null,
    address    text not null,
    primary key (cell_id, mandate_id)
);
create table letter (
    cell_id    uuid not null references cell,
    id         uuid not null,
    mandate_id uuid not null,
    kind       text not null,
    about      uuid not null,
    held_on    date not null,
    starts_at  time,
    created_at timestamptz not null,
    next_try   timestamptz not null,
    tries      int not null default 0,
    sent_at    timestamptz,
    primary key (cell_id, id)
);
create index letter_to_send on letter (cell_id, next_try) where sent_at is null;
create index letter_about on letter (cell_id, about);
select bind_to_cell('mail_address');
select bind_to_cell('letter');
grant select, insert, update, delete on mail_address to livc_app;
grant select, insert on letter to livc_app;
grant update (next_try, tries, sent_at) on letter to livc_app;

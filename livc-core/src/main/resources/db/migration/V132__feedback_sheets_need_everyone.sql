-- The sheet to the local police: versions, and the votes of all who effectively took part in the item (art. 5 wet
-- 30-07-2018; Constitutional Court 52/2021: consensus, and no secrets told in the meeting).
create table feedback_sheet (
    cell_id        uuid not null references cell,
    id             uuid not null,
    number         text not null,
    agenda_item_id uuid not null,
    case_id        uuid not null,
    version        int not null check (version > 0),
    state          text not null check (state in ('BLOCKED', 'VOTING', 'AGREED', 'REJECTED', 'REPLACED', 'SENT')),
    text_sealed    bytea not null,
    salt_sealed    bytea not null,
    quotes         text not null default '',
    drafted_by     uuid not null,
    drafted_at     timestamptz not null,
    sent_to        uuid,
    sent_at        timestamptz,
    primary key (cell_id, id),
    unique (cell_id, agenda_item_id, version),
    unique (cell_id, number),
    foreign key (cell_id, agenda_item_id) references agenda_item
);
comment on column feedback_sheet.text_sealed is 'sealed: what the police is told';
comment on column feedback_sheet.salt_sealed is 'sealed: the salt of the commitment that stands in the ledger';
comment on column feedback_sheet.quotes is 'where the text quotes something secret: positions in it, from-to';
comment on column feedback_sheet.state is 'BLOCKED while it quotes a secret; a new version REPLACES the one before, with its votes';

create table feedback_vote (
    cell_id    uuid not null references cell,
    sheet_id   uuid not null,
    mandate_id uuid not null,
    agrees     boolean not null,
    at         timestamptz not null,
    primary key (cell_id, sheet_id, mandate_id),
    foreign key (cell_id, sheet_id) references feedback_sheet
);

select bind_to_cell('feedback_sheet');
select bind_to_cell('feedback_vote');
grant select, insert on feedback_sheet, feedback_vote to livc_app;
grant update (state, sent_to, sent_at) on feedback_sheet to livc_app;
grant update (agrees, at) on feedback_vote to livc_app;

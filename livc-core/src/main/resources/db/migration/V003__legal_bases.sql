-- What lets a cell speak (art. 458ter par. 1 Sw.): a law, decree or ordinance, or a reasoned permission of the procureur
-- that states at least who takes part, with what purpose and on what terms. Dated data, never edited: it is ended.
create table legal_basis (
    cell_id      uuid not null references cell,
    id           uuid not null,
    kind         text not null,
    reference    text not null,
    purposes     text[] not null check (cardinality(purposes) > 0),
    purpose_note text,
    terms        text not null,
    participants text[] not null,
    valid_from   date not null,
    valid_to     date,
    recorded_at  timestamptz not null,
    primary key (cell_id, id)
);
comment on column legal_basis.participants is 'partner ids or codes of the list partner-categories';
comment on column legal_basis.purpose_note is 'the purpose in the words of the basis: a text of law or permission, not case content';

select bind_to_cell('legal_basis');
grant select, insert, update on legal_basis to livc_app;

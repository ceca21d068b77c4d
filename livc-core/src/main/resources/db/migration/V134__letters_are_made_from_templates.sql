-- The texts of letters and forms that a cell changed; what was delivered with the program is not here. Versions are kept. A
-- template holds no personal data: it is filled in when it is printed.
create table letter_template (
    cell_id    uuid not null references cell,
    kind       text not null,
    version    int not null check (version > 0),
    title      text not null,
    body       text not null,
    delivered  boolean not null,
    changed_by uuid not null,
    changed_at timestamptz not null,
    primary key (cell_id, kind, version)
);
comment on column letter_template.delivered is 'whether this version put the delivered text back';

select bind_to_cell('letter_template');
grant select, insert on letter_template to livc_app;

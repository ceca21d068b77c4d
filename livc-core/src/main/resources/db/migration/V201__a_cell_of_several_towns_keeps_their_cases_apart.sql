-- A cell of several towns: who acts for some of them only, and which town a case is of. Without a row: for all of them.
create table mandate_town (
    cell_id    uuid not null references cell,
    mandate_id uuid not null,
    nis        text not null,
    primary key (cell_id, mandate_id, nis),
    foreign key (cell_id, mandate_id) references mandate
);
comment on table mandate_town is 'what the capacity of this mandate lets see by itself are the cases of these towns only';
create table case_town (
    cell_id uuid not null references cell,
    case_id uuid not null,
    nis     text not null,
    primary key (cell_id, case_id)
);
comment on table case_town is 'the town that a case is of, from its signal on';

select bind_to_cell('mandate_town');
select bind_to_cell('case_town');
grant select, insert, delete on mandate_town to livc_app;
grant select, insert, update, delete on case_town to livc_app;

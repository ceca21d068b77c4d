-- What the desk notes of its work with each cell: contacts, and grants of money. In the desk's cell; texts that the guard let
-- through.
create table desk_contact (
    cell_id    uuid not null references cell,
    id         uuid not null,
    about_cell uuid not null references cell,
    held_on    date not null,
    how        text not null check (how in ('PHONE', 'MAIL', 'VISIT', 'ONLINE', 'STUDY_DAY')),
    about      text not null,
    primary key (cell_id, id)
);
create index desk_contact_of_cell on desk_contact (cell_id, about_cell, held_on);

create table desk_subsidy (
    cell_id    uuid not null references cell,
    id         uuid not null,
    about_cell uuid not null references cell,
    year       int not null check (year between 2000 and 2100),
    euro       int not null check (euro > 0),
    purpose    text not null,
    primary key (cell_id, id)
);
create index desk_subsidy_of_cell on desk_subsidy (cell_id, about_cell, year);

select bind_to_cell('desk_contact');
select bind_to_cell('desk_subsidy');
grant select, insert on desk_contact, desk_subsidy to livc_app;

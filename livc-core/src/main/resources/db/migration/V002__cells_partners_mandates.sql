-- Who takes part, in what capacity, from when to when. Nothing here is sealed: names of cells, partners and of the
-- professionals who hold a mandate are working data, not case content.
create table cell (
    id             uuid primary key,
    kind           text not null check (kind in ('LIVC_R', 'PIVC', 'DESK')),
    name           text not null unique,
    municipalities text[] not null default '{}',
    main_purpose   text not null,
    founding       text,
    created_at     timestamptz not null
);
comment on column cell.municipalities is 'NIS codes; a LIVC R serves one or more municipalities (wet 30-07-2018 art. 2)';
comment on column cell.founding is 'reference of the founding decision';

create table account (
    id            uuid primary key,
    username      text not null unique,
    display_name  text not null,
    password_hash text not null,
    locale        text not null default 'nl',
    created_at    timestamptz not null,
    disabled_at   timestamptz
);

create table account_cell (
    account_id uuid not null references account,
    cell_id    uuid not null references cell,
    primary key (account_id, cell_id)
);
comment on table account_cell is 'which cells an account can sign in to: looked up before a cell is bound, holds no role';

create table partner (
    cell_id    uuid not null references cell,
    id         uuid not null,
    name       text not null,
    category   text not null,
    community  text not null default 'FLEMISH',
    created_at timestamptz not null,
    primary key (cell_id, id)
);

create table mandate (
    cell_id         uuid not null references cell,
    id              uuid not null,
    account_id      uuid references account,
    person          text not null,
    partner_id      uuid not null,
    capacity        text not null,
    valid_from      date not null,
    valid_to        date,
    ended_at        timestamptz,
    clearance_until date,
    primary key (cell_id, id),
    foreign key (cell_id, partner_id) references partner
);
create index mandate_of_account on mandate (cell_id, account_id);
comment on column mandate.account_id is 'null: the coordinator records for this person';
comment on column mandate.ended_at is 'the moment an ending took effect; valid_to is the agreed last day';
comment on column mandate.clearance_until is 'police delegate: end of the security clearance (wet 30-07-2018 art. 3 par. 1)';

create table mandatory_function (
    cell_id    uuid not null references cell,
    capacity   text not null,
    valid_from date not null,
    valid_to   date,
    reference  text not null,
    primary key (cell_id, capacity, valid_from)
);

create table code (
    cell_id    uuid not null references cell,
    list       text not null,
    code       text not null,
    label_nl   text not null,
    label_fr   text not null,
    label_en   text not null,
    position   int not null,
    valid_from date not null default date '2000-01-01',
    valid_to   date,
    primary key (cell_id, list, code)
);
comment on table code is 'code lists; dated settings of the cell, not statutory rules';

select bind_to_cell('partner');
select bind_to_cell('mandate');
select bind_to_cell('mandatory_function');
select bind_to_cell('code');
alter table account_cell enable row level security;
alter table account_cell force row level security;
create policy before_a_cell_is_bound on account_cell using (true) with check (true);

grant select, insert, update on cell, account, partner, mandate, mandatory_function, code to livc_app;
grant select, insert, delete on account_cell to livc_app;

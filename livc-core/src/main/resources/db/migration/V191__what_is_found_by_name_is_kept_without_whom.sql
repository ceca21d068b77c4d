-- A finding by name would tell whoever holds the database that a subject is called like somebody of the cell. So it is in no
-- table: it is found anew in memory each time, and what the DPO made of it stands here under a token that only the program can
-- connect with it.
create table review_by_name (
    cell_id uuid not null references cell,
    token   bytea not null check (length(token) = 32),
    outcome text not null check (outcome in ('EXPLAINED', 'NOT_EXPLAINED', 'INCIDENT')),
    primary key (cell_id, token)
);
comment on table review_by_name is 'What the DPO found about accesses that a rule on names put before them. Says neither who, nor of which file.';
comment on column review_by_name.token is 'HMAC-SHA-256 of rule, mandate, case and month, under a key that the database cannot read';

select bind_to_cell('review_by_name');
grant select, insert on review_by_name to livc_app;

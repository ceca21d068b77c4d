-- Who else keeps the checkpoints of a ledger and co-signs them (C2SP tlog-witness), and how the last look ended.
create table ledger_witness (
    cell_id uuid not null,
    name text not null check (name ~ '^[^ +]{1,80}$'),
    vkey text not null,
    url text not null,
    independent boolean not null,
    added_at timestamptz not null,
    ended_at timestamptz,
    primary key (cell_id, name)
);

comment on table ledger_witness is 'Programs elsewhere that co-sign the checkpoints of a cell. No content.';
comment on column ledger_witness.independent is 'Whether it is in other hands than the ledger: only then does it prevent, and not merely detect.';

select bind_to_cell('ledger_witness');
grant select, insert on ledger_witness to livc_app;
grant update (ended_at) on ledger_witness to livc_app;

create table ledger_cosignature (
    cell_id uuid not null,
    witness text not null,
    size bigint not null check (size >= 0),
    line text not null,
    at timestamptz not null,
    primary key (cell_id, witness, size)
);

comment on table ledger_cosignature is 'The co-signature line of a witness under the checkpoint of a size (C2SP tlog-cosignature).';

select bind_to_cell('ledger_cosignature');
grant select, insert on ledger_cosignature to livc_app;

create table ledger_watch (
    cell_id uuid not null,
    subject text not null,
    outcome text not null,
    detail text not null,
    at timestamptz not null,
    since timestamptz not null,
    primary key (cell_id, subject)
);

comment on table ledger_watch is 'How the last check ended: of the ledger itself (subject ''ledger'') and of each witness, and since when it ends so.';

select bind_to_cell('ledger_watch');
grant select, insert, update on ledger_watch to livc_app;

-- What was signed of a ledger (C2SP tlog-checkpoint). The next one must continue it.
create table ledger_checkpoint (
    cell_id uuid not null,
    size bigint not null check (size >= 0),
    key_id bytea not null check (length(key_id) = 4),
    note text not null,
    signed_at timestamptz not null,
    primary key (cell_id, size, key_id)
);

comment on table ledger_checkpoint is 'The signed notes over a ledger: its size and root at some time. No content.';
comment on column ledger_checkpoint.key_id is 'Which key signed: a new key signs the same tree anew.';

select bind_to_cell('ledger_checkpoint');
grant select, insert on ledger_checkpoint to livc_app;

-- The Ed25519 key that signs the checkpoints of a cell's ledger (RFC 8032). The newest version signs.
create table ledger_key (
    cell_id          uuid not null references cell,
    version          int not null check (version > 0),
    public_key       bytea not null check (length(public_key) = 32),
    cell_key_version int not null,
    wrapped_private  bytea not null,
    created_at       timestamptz not null,
    primary key (cell_id, version),
    foreign key (cell_id, cell_key_version) references cell_key
);
comment on column ledger_key.wrapped_private is
    'sealed: PKCS #8, AES-256-GCM under the cell key of cell_key_version; bound to public_key, which so cannot be swapped';

select bind_to_cell('ledger_key');
grant select, insert on ledger_key to livc_app;
grant update (wrapped_private, cell_key_version) on ledger_key to livc_app;

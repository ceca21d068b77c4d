-- What other programs carry instead of a session. Looked up before a cell is bound, like account_cell: it says which
-- cell to bind, and no more. The right to act comes from the mandate, at each request.
create table api_token (
    token_hash bytea not null primary key check (octet_length(token_hash) = 32),
    account_id uuid not null references account,
    cell_id    uuid not null references cell,
    issued_at  timestamptz not null,
    expires_at timestamptz not null
);
create index api_token_expiry on api_token (expires_at);
comment on column api_token.token_hash is 'SHA-256 of a random token of 256 bits; the token itself is not kept';

alter table api_token enable row level security;
alter table api_token force row level security;
create policy before_a_cell_is_bound on api_token using (true) with check (true);

grant select, insert, delete on api_token to livc_app;

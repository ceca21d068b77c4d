-- A passkey of a person's own device (WebAuthn): signs in without a password. Only the public half of its key is kept.
create table passkey (
    id uuid primary key,
    account_id uuid not null references account (id),
    name text not null check (length(name) between 1 and 200),
    credential text not null unique,
    attested text not null,
    uses bigint not null check (uses >= 0),
    backup_eligible boolean not null,
    added_at timestamptz not null,
    used_at timestamptz
);
create index passkey_of_account on passkey (account_id);
comment on table passkey is 'passkeys of accounts: asked before a cell is bound, no content in them';
comment on column passkey.name is 'what its person calls it, to know which one to remove';
comment on column passkey.credential is 'the id that the device gave it, in base64url';
comment on column passkey.attested is 'make of the device, id and public key, in base64url (WebAuthn Level 3, section 6.5.1)';
comment on column passkey.uses is 'the count that the device sent last; most always send 0';
comment on column passkey.backup_eligible is 'whether its maker may keep a copy of it on other devices of the person';
grant select, insert, update, delete on passkey to livc_app;

-- Whoever has a passkey need not have a device that makes codes; the codes on paper go with either.
alter table account drop constraint second_factor_whole;
alter table account add constraint second_factor_whole check (
    (second_factor_salt is null) = (second_factor_step is null)
    and (second_factor_since is not null or (second_factor_salt is null and recovery_codes = '{}')));
comment on column account.second_factor_since is 'since when something is asked after the password, or a passkey in its place; none: it is not';

-- How often a password was tried in vain: per account and address together, per account, per address. On every node of
-- the program the same, and kept over a restart.
create table sign_in_attempt (
    subject     text not null primary key,
    failures    int not null,
    last_at     timestamptz not null,
    free_at     timestamptz not null,
    known_until timestamptz
);
create index sign_in_attempt_age on sign_in_attempt (last_at);
comment on column sign_in_attempt.subject is 'keyed hash of account name and address: neither is here in clear';
comment on column sign_in_attempt.free_at is 'no attempt is taken before this moment';
comment on column sign_in_attempt.known_until is 'until when this account is known to sign in from this address';

grant select, insert, update, delete on sign_in_attempt to livc_app;

-- After the password a code that only the person's own device makes (RFC 6238). Its secret is in no table: it follows from this
-- salt and a key outside the database.
alter table account add column second_factor_since timestamptz;
alter table account add column second_factor_salt text;
alter table account add column second_factor_step bigint;
alter table account add column recovery_codes text[] not null default '{}';
alter table account add constraint second_factor_whole check (
    (second_factor_since is null) = (second_factor_salt is null)
    and (second_factor_since is null) = (second_factor_step is null)
    and (second_factor_since is not null or recovery_codes = '{}'));
comment on column account.second_factor_since is 'since when a code is asked after the password; none: it is not';
comment on column account.second_factor_salt is 'what the secret of the device is made from, with a key that is not here';
comment on column account.second_factor_step is 'of which half minute the last code was that it took: no code is taken twice';
comment on column account.recovery_codes is 'keyed hashes of the codes on paper that were not used yet';

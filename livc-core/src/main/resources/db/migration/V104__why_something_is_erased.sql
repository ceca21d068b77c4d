-- Why something is erased: a code, which stays on the certificate. What is added in words is an item of the case, sealed
-- under its key, and so is gone with it.
alter table erasure add column reason text not null default 'TERM_OVER';
alter table erasure alter column reason drop default;
comment on column erasure.reason is 'code of the list erasure-reasons';

-- The proof that the erasure stands in the signed log, once it was asked for: the same on every copy of the certificate.
alter table erasure add column proof text;
comment on column erasure.proof is 'C2SP tlog-proof of the entry at ledger_index; ids and codes only';

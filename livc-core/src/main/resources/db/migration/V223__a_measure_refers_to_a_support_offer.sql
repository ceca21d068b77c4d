-- The code of the support offer that a measure calls upon. Which help somebody gets is content: it is sealed like what the
-- measure is.
alter table measure add column offer_sealed bytea;
comment on column measure.offer_sealed is 'AES-256-GCM under the case key: the code of an offer in the directory of the desk';

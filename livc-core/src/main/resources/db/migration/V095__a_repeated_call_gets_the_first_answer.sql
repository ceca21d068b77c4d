-- Calls that were sent with an Idempotency-Key, for a day. Only answers of ids, codes and numbers are kept.
create table api_idempotency (
    cell_id      uuid not null references cell,
    user_id      uuid not null,
    key_hash     bytea not null,
    request_hash bytea not null,
    answer       text,
    claimed_at   timestamptz not null,
    primary key (cell_id, user_id, key_hash)
);
comment on column api_idempotency.key_hash is 'SHA-256 of the key; the key itself, which opens nothing without the caller''s token, is not kept';
comment on column api_idempotency.request_hash is 'HMAC-SHA-256 of what was sent, under the key: nobody who reads this table can try out contents';
comment on column api_idempotency.answer is 'JSON of ids, codes and numbers; null while the first call runs, or when it ended without an answer';

select bind_to_cell('api_idempotency');
grant select, insert, update, delete on api_idempotency to livc_app;

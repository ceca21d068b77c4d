-- An answered question is closed by its asker or by the desk, or by itself after a while; who asks on opens it again, and then
-- waits anew. That it is closed follows from the moment: no row changes by itself, and no row has the state CLOSED.
alter table helpdesk_question
    add column closes_at   timestamptz,
    add column waits_until timestamptz;
comment on column helpdesk_question.closes_at is
    'of an answered question, from when it is closed; without it, two weeks after the first answer';
comment on column helpdesk_question.waits_until is 'by when what was asked on is answered; due_at stays that of the first answer';
grant update (closes_at, waits_until) on helpdesk_question to livc_app;

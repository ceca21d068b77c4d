-- The helpdesk. These rows belong to the desk's own cell and hold no personal data: a guard refuses what names somebody
-- before it is stored. They are not sealed, because the desk reaches no vault.
create table helpdesk_question (
    cell_id       uuid not null references cell,
    id            uuid not null,
    number        int not null,
    asker_cell    uuid references cell,
    asker_mandate uuid,
    channel       text not null check (channel in ('SCREEN', 'PHONE')),
    topic         text not null,
    text          text not null,
    definition    text,
    step          text,
    error_code    text,
    state         text not null check (state in ('OPEN', 'ANSWERED', 'CLOSED')),
    asked_at      timestamptz not null,
    due_at        timestamptz not null,
    answered_at   timestamptz,
    primary key (cell_id, id),
    unique (cell_id, number)
);
create index helpdesk_question_by_state on helpdesk_question (cell_id, state, due_at, id);
create index helpdesk_question_of_asker on helpdesk_question (cell_id, asker_cell, asker_mandate, asked_at);
comment on column helpdesk_question.definition is 'process, step and error code of the screen it came from: codes, never a case';

create table helpdesk_answer (
    cell_id     uuid not null references cell,
    id          uuid not null,
    question_id uuid not null,
    by_desk     boolean not null,
    text        text not null,
    article_id  uuid,
    at          timestamptz not null,
    primary key (cell_id, id),
    foreign key (cell_id, question_id) references helpdesk_question
);
create index helpdesk_answer_of_question on helpdesk_answer (cell_id, question_id, at);

select bind_to_cell('helpdesk_question');
select bind_to_cell('helpdesk_answer');
grant select, insert on helpdesk_question, helpdesk_answer to livc_app;
grant update (state, answered_at) on helpdesk_question to livc_app;

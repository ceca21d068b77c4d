-- The knowledge base of the desk: handbook chapters, questions with answers, model documents. Found by the full-text search
-- of PostgreSQL, each in its own language.
create table article (
    cell_id    uuid not null references cell,
    id         uuid not null,
    slug       text not null,
    kind       text not null check (kind in ('HANDBOOK', 'QUESTION', 'MODEL')),
    language   text not null check (language in ('nl', 'fr')),
    title      text not null,
    body       text not null,
    version    int not null,
    shipped    boolean not null,
    changed_at timestamptz not null,
    search     tsvector not null generated always as (
        case when language = 'fr'
             then setweight(to_tsvector('pg_catalog.french'::regconfig, title), 'A')
                  || setweight(to_tsvector('pg_catalog.french'::regconfig, body), 'B')
             else setweight(to_tsvector('pg_catalog.dutch'::regconfig, title), 'A')
                  || setweight(to_tsvector('pg_catalog.dutch'::regconfig, body), 'B') end) stored,
    primary key (cell_id, id),
    unique (cell_id, slug, language)
);

create table article_version (
    cell_id    uuid not null references cell,
    article_id uuid not null,
    version    int not null,
    title      text not null,
    body       text not null,
    at         timestamptz not null,
    primary key (cell_id, article_id, version),
    foreign key (cell_id, article_id) references article
);

create table article_step (
    cell_id    uuid not null references cell,
    article_id uuid not null,
    step       text not null,
    primary key (cell_id, article_id, step),
    foreign key (cell_id, article_id) references article
);
create index article_of_step on article_step (cell_id, step);
comment on column article_step.step is 'an element of a process at which the article helps';

create table article_feedback (
    cell_id    uuid not null references cell,
    id         uuid not null,
    article_id uuid not null,
    version    int not null,
    helpful    boolean not null,
    remark     text,
    at         timestamptz not null,
    primary key (cell_id, id),
    foreign key (cell_id, article_id) references article
);
comment on table article_feedback is 'does not keep who gave it';

select bind_to_cell('article');
select bind_to_cell('article_version');
select bind_to_cell('article_step');
select bind_to_cell('article_feedback');
grant select, insert, update on article to livc_app;
grant select, insert on article_version, article_feedback to livc_app;
grant select, insert, delete on article_step to livc_app;

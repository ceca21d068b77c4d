-- Where an article is to be found, from when to when. The Criminal Code was renumbered in April 2026: acts of before cite the
-- old number, acts of after the new one. Rows of the cell, since it is the cell that has its lawyer confirm them.
create table law_article (
    cell_id    uuid not null references cell,
    id         uuid not null,
    article    text not null,
    citation   text not null,
    note       text not null,
    valid_from date not null,
    valid_to   date,
    primary key (cell_id, id),
    unique (cell_id, article, valid_from)
);
comment on column law_article.article is 'what the law says, as a code that no renumbering changes';
comment on column law_article.citation is 'where it says so, as a lawyer cites it';

insert into law_article (cell_id, id, article, citation, note, valid_from, valid_to)
select cell.id, gen_random_uuid(), usual.article, usual.citation, usual.note, usual.valid_from, usual.valid_to
  from cell,
       (values ('CASE_CONSULTATION', 'art. 458ter §1 Sw.', 'Ingevoegd door de wet van 6 juli 2017 (Potpourri V)', date '2017-08-03', date '2026-04-07'),
               ('CASE_CONSULTATION', 'art. 458ter §1 oud Sw.', 'Het Strafwetboek is sinds 8 april 2026 hernummerd. Vul hier het nieuwe nummer in zodra een jurist het bevestigde.', date '2026-04-08', null),
               ('SECRECY_OF_PARTICIPANTS', 'art. 458ter §2 Sw.', '', date '2017-08-03', date '2026-04-07'),
               ('SECRECY_OF_PARTICIPANTS', 'art. 458ter §2 oud Sw.', 'Het Strafwetboek is sinds 8 april 2026 hernummerd. Vul hier het nieuwe nummer in zodra een jurist het bevestigde.', date '2026-04-08', null),
               ('COMPOSITION', 'wet 30-07-2018 art. 3 §1', '', date '2018-09-24', null),
               ('PURPOSE_OF_CELL', 'wet 30-07-2018 art. 2', '', date '2018-09-24', null),
               ('FREEDOM_TO_SPEAK', 'GwH 52/2021', '', date '2021-04-01', null),
               ('FLEMISH_SERVICES', 'decreet 21-05-2021', '', date '2021-05-21', null),
               ('FRENCH_SERVICES', 'decreet FWB 08-06-2023', '', date '2023-06-08', null))
           as usual (article, citation, note, valid_from, valid_to);

select bind_to_cell('law_article');
grant select, insert, update on law_article to livc_app;

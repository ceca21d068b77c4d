-- A permission of the procureur is given for one prison, for reasons, by a magistrate on a day; and it can be withdrawn at
-- once, where a law or decree only ends with a day.
alter table legal_basis
    add column prison_id    uuid,
    add column motivation   text,
    add column given_by     text,
    add column given_on     date,
    add column withdrawn_at timestamptz,
    add foreign key (cell_id, prison_id) references partner;
comment on column legal_basis.prison_id is 'permission of the procureur: the partner (a prison) that it is given for';
comment on column legal_basis.motivation is 'permission of the procureur: its reasons in general, not about a person';
comment on column legal_basis.given_by is 'the magistrate who gave it';
comment on column legal_basis.withdrawn_at is 'from this moment on it covers nobody, whatever its last day';
comment on column legal_basis.participants is 'partner ids, mandate ids (named people) or codes of the list partner-categories';

-- Services of a community whose own rules are known may tell secrets under a basis that names their category; others only
-- under one that names them themselves.
-- The owner of the table is bound as well; the cells that are there already get their rows with that wall down.
alter table code no force row level security;
insert into code (cell_id, list, code, label_nl, label_fr, label_en, position)
select cell.id, 'known-regimes', usual.code, usual.nl, usual.fr, usual.en, 1000 + usual.position
  from cell,
       (values ('FLEMISH', 'Vlaamse Gemeenschap: decreet 21-05-2021', 'Communauté flamande : décret du 21-05-2021', 'Flemish Community: decree of 21-05-2021', 0),
               ('FRENCH', 'Franse Gemeenschap: decreet 08-06-2023', 'Communauté française : décret du 08-06-2023', 'French Community: decree of 08-06-2023', 1),
               ('FEDERAL', 'Federale overheid', 'Autorité fédérale', 'Federal authority', 2))
           as usual (code, nl, fr, en, position);
alter table code force row level security;

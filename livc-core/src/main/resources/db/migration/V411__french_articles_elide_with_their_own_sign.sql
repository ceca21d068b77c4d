-- The same for the articles that ship, as far as nobody has written them anew.
alter table article no force row level security;
alter table article_version no force row level security;
update article_version v
   set title = regexp_replace(v.title, '([[:alpha:]])''([[:alpha:]])', '\1’\2', 'g'),
       body = regexp_replace(v.body, '([[:alpha:]])''([[:alpha:]])', '\1’\2', 'g')
  from article a
 where a.cell_id = v.cell_id and a.id = v.article_id and v.version = 1
   and a.language = 'fr' and a.shipped and a.version = 1;
update article
   set title = regexp_replace(title, '([[:alpha:]])''([[:alpha:]])', '\1’\2', 'g'),
       body = regexp_replace(body, '([[:alpha:]])''([[:alpha:]])', '\1’\2', 'g')
 where language = 'fr' and shipped and version = 1;
alter table article_version force row level security;
alter table article force row level security;

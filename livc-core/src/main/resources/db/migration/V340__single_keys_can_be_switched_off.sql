-- Shortcuts of one letter get in the way of people who speak to their computer (WCAG 2.1.4): each switches their own off.
alter table account add column single_keys boolean not null default true;
comment on column account.single_keys is 'whether a letter alone is a shortcut on the screens of this person';

-- Who forgot their password gets another one from the administrator of their cell, and chooses their own at once after it.
alter table account add column password_given_at timestamptz;
alter table account add column password_to_choose boolean not null default false;
comment on column account.password_given_at is 'when an administrator last gave another password; it stays when the person chose their own';
comment on column account.password_to_choose is 'whether nothing is shown to this person before they chose a password of their own';

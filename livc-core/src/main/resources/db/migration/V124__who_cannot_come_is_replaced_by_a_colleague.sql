alter table invitation add column replaced_by uuid;
comment on column invitation.replaced_by is 'the mandate of the same partner that comes instead; the answer is DECLINED then';

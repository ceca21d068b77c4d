-- When a closed case was last taken up again, and when it had been closed: without it the figures of a quarter do not add up
-- with those of the one before.
alter table case_file
    add column reopened_on date,
    add column closed_before date,
    add check ((reopened_on is null) = (closed_before is null));

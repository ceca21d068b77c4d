-- Beside the numbers a version keeps functions: for whom a step that is late, or comes up, also waits.
alter table threshold_version alter column value drop not null;
alter table threshold_version add column capacity text;
alter table threshold_version add constraint threshold_version_number_or_function
    check ((value is null) <> (capacity is null));
comment on column threshold_version.capacity is 'code of a function; within the bounds of the program';

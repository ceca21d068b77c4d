-- Each search asks first whether any revision in the cell changed. This index holds the revisions alone, so that the sealed
-- records are not read for it; it tells nothing that the table did not.
create index search_record_revision on search_record (cell_id, revision);

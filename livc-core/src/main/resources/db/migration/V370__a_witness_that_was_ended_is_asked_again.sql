-- Whoever ended a witness by mistake, or whose witness moved, adds it again: the same key, where it listens now.
grant update (url, independent) on ledger_witness to livc_app;

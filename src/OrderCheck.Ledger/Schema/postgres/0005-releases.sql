-- Each release's files as one compressed blob, by the hash of the files.
CREATE TABLE release_archive (
  hash text PRIMARY KEY,
  files bytea NOT NULL
);
ALTER TABLE release_archive ALTER COLUMN files SET STORAGE EXTERNAL;
CREATE TRIGGER release_archive_change BEFORE UPDATE OR DELETE OR TRUNCATE ON release_archive FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

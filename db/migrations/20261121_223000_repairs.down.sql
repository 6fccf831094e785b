drop table repairs;

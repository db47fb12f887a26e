truncate users, shelf restart identity;
insert into users values ('00000000-0000-0000-0000-00000000000a', 'Arya', 'arya|arya', 'Bern'), ('00000000-0000-0000-0000-00000000000b', 'Hodor', 'hodor|hodor', 'Bonn'), ('00000000-0000-0000-0000-00000000000c', 'Nobody', null, 'Bern');
insert into shelf (book_id, place) values (1, 'top'), (3, 'low'), (99, 'gone'), (null, 'empty'), (1, 'attic');

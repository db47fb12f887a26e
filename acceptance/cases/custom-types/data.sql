truncate person, company restart identity;
insert into person values ('00000000-0000-0000-0000-00000000000a', 'Ann', 7, '{"a": 1}'), ('00000000-0000-0000-0000-00000000000b', 'Bob', 8, null);
insert into company (title) values ('Acme'), ('Bolts');

truncate address, person, profile, slot, booking restart identity;
insert into address (city) values ('Bern'), ('Bonn'), ('Brno');
insert into person (name, address_id, home_id, boss_id) values ('Ann', 1, 2, null), ('Bob', null, 2, 1), ('Ann', 3, 1, 1);
insert into profile values (1, 'writes');
insert into slot values (1, 2), (1, 3);
insert into booking (slot_x, slot_y) values (1, 2), (null, 2), (1, 3);

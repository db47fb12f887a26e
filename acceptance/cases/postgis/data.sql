truncate shape, place;
insert into shape values
  (1, 'point', 'SRID=4326;POINT(1 1)', null),
  (2, 'square', 'SRID=4326;POLYGON((0 0, 0 2, 2 2, 2 0, 0 0))', null),
  (3, 'next square', 'SRID=4326;POLYGON((2 0, 2 2, 4 2, 4 0, 2 0))', null),
  (4, 'line across', 'SRID=4326;LINESTRING(-1 1, 3 1)', null),
  (5, 'raised', null, 'POINT Z (0 0 10)');
insert into place values (1, 'Paris', 'POINT(2.3522 48.8566)'), (2, 'London', 'POINT(-0.1278 51.5074)'), (3, 'Moscow', 'POINT(37.6173 55.7558)');

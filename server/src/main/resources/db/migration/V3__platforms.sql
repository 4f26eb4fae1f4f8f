-- Packages came as .deb only, and workers did not say what their hosts install.
alter table package_file add column format varchar(10) default 'DEB' not null;
alter table worker add column platform varchar(50);

-- Three saved profiles' worth of room on each page is enough for heap-only updates.
alter table match_profiles set (fillfactor = 95);

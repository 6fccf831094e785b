drop index call_participants_leg_idx;
drop table sync_state;

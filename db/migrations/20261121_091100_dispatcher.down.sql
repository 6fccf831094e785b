drop view dispatcher_turn_facts;
drop table dispatcher_turns;
drop table dispatcher_sessions;

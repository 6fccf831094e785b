drop view number_route_facts;

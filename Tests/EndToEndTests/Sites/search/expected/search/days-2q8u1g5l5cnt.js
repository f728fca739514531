dateline_search("days-2q8u1g5l5cnt","1zpBdpBAT660tsy6vtc");

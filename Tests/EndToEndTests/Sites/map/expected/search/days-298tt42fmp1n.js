dateline_search("days-298tt42fmp1n","90pBA");

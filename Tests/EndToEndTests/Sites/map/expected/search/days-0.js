dateline_search("days-0","90pBA");
